package io.waybillguard.tracker.stream;

import static io.waybillguard.tracker.Scans.hour;
import static io.waybillguard.tracker.kuaidi100.Pushes.node;
import static io.waybillguard.tracker.kuaidi100.Pushes.push;
import static io.waybillguard.tracker.kuaidi100.Pushes.signed;
import static io.waybillguard.tracker.kuaidi100.Pushes.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.tracker.kuaidi100.Kuaidi100;
import io.waybillguard.tracker.kuaidi100.Pushes;
import io.waybillguard.tracker.provider.Mutations;
import io.waybillguard.tracker.provider.Told;
import io.waybillguard.tracker.provider.Webhook;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Damaged pushes of Kuaidi100, as many as the system property {@code mutations} says. */
class DamagedPushesTest {

    private static final String PUSH =
            push(
                    "zhongtong",
                    "ZT-1",
                    "304",
                    node("2026-11-11 15:34:33", "快件已由站点代收，签收人：张三", "304", "投柜或站签收"),
                    node("2026-11-11 14:27:50", "您的快件正在派送中（快递员：薛某，电话：13900001111）", "0", "在途"),
                    node("2026-11-11 13:28:50", "【城东分拣中心】准备发往【城西】", "1002", "干线"),
                    words("2026-11-11 12:30:00", "如遇破损😀可拒收，已揽收"));

    @Test
    void noDamageIsMoreThanARejection() {
        Kuaidi100 kuaidi100 = new Kuaidi100(Told.LIMITS, ZoneId.of("Asia/Shanghai"), 1000);

        Mutations.areHarmless(
                kuaidi100, Mutations.ofBytes(signed(PUSH), 1).map(DamagedPushesTest::webhook));
        Mutations.areHarmless(
                kuaidi100,
                Mutations.ofText(PUSH, 2).map(Pushes::signed).map(DamagedPushesTest::webhook));
    }

    @Test
    void whatIsSentIsDecodedOrADeadLetterAndTheStreamGoesOn() {
        long sent = 0;
        long letters = 0;
        try (TopologyFixture tracker = new TopologyFixture()) {
            Iterator<byte[]> bodies =
                    Stream.concat(
                                    Mutations.ofText(PUSH, 3).map(Pushes::signed),
                                    Mutations.ofBytes(signed(PUSH), 4))
                            .iterator();
            while (bodies.hasNext()) {
                tracker.webhook("main", bodies.next(), hour(8));
                letters += tracker.records("courier.webhooks.v1.dlt").size();
                sent++;
            }

            double decoded = tracker.counted("webhooks", "outcome", "decoded");
            double dead = tracker.counted("webhooks", "outcome", "dead_lettered");
            assertThat(decoded + dead).isEqualTo(sent);
            assertThat(decoded).isPositive();
            assertThat(dead).isPositive();
            double ahead = tracker.counted("dead.letters", "reason", "in-the-future");
            assertThat(tracker.counted("dead.letters"))
                    .isEqualTo(letters)
                    .isBetween(dead, dead + ahead);
        }
    }

    private static Webhook webhook(byte[] body) {
        return new Webhook("main", Map.of(), body, Pushes.ARRIVED);
    }
}
