package io.waybillguard.notifier.send;

import io.waybillguard.events.notice.NoticeScene;
import io.waybillguard.events.notice.NoticeSubject;
import io.waybillguard.events.notice.PlannedNotice.NoticePlanned;
import io.waybillguard.events.policy.Language;
import io.waybillguard.events.types.NoticeId;
import io.waybillguard.notifier.Events;
import io.waybillguard.notifier.notice.Given;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What the tests of sending start from. */
final class Sending {

    private Sending() {}

    static NoticePlanned notice(String id) {
        return new NoticePlanned(
                new NoticeId(id),
                Events.BUYER,
                Events.SHOP,
                List.of(
                        new NoticeSubject(
                                NoticeScene.STALL_IN_TRANSIT,
                                Events.ORDER,
                                Events.PARCEL,
                                1,
                                null)),
                Language.ZH,
                "您的包裹",
                Given.NOON.plus(Duration.ofHours(24)),
                Given.NOON);
    }

    static ChannelSettings settings(URI url) {
        return settings(url, Duration.ofMillis(300));
    }

    static ChannelSettings settings(URI url, Duration answerTimeout) {
        return new ChannelSettings(
                url,
                "app",
                Duration.ofSeconds(2),
                answerTimeout,
                2,
                Duration.ofMillis(20),
                Duration.ofSeconds(5),
                1,
                "notifier-send",
                new ChannelSettings.Rate(1000, Duration.ofSeconds(1)),
                new ChannelSettings.ShopRate(1000, Duration.ofSeconds(1)),
                new ChannelSettings.Breaker(4, 2, 50, Duration.ofMillis(200), 1),
                new ChannelSettings.Retry(3, Duration.ofMillis(10), Duration.ofMillis(50)));
    }
}
