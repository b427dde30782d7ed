package io.waybillguard.notifier.send;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.events.notice.NoticeReceipt;
import io.waybillguard.events.notice.NoticeReceipt.NoticeFailed;
import io.waybillguard.events.notice.NoticeReceipt.NoticeSent;
import io.waybillguard.events.notice.NoticeReceipt.NoticeSuppressed;
import io.waybillguard.events.notice.PlannedNotice.NoticePlanned;
import io.waybillguard.events.notice.SuppressedBecause;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.kit.kafka.EventPublisher;
import io.waybillguard.notifier.metrics.NoticeCounter;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down and counts what became of messages. */
class Receipts {

    private static final Logger log = LoggerFactory.getLogger(Receipts.class);

    private final EventPublisher publisher;
    private final NoticeCounter notices;
    private final MeterRegistry meters;
    private final String channel;
    private final InstantSource clock;

    Receipts(
            EventPublisher publisher,
            NoticeCounter notices,
            MeterRegistry meters,
            String channel,
            InstantSource clock) {
        this.publisher = publisher;
        this.notices = notices;
        this.meters = meters;
        this.channel = channel;
        this.clock = clock;
    }

    void sent(NoticePlanned notice) {
        notices.sent(notice.subjects());
        write(
                notice,
                new NoticeSent(
                        notice.noticeId(),
                        notice.buyerId(),
                        notice.shopId(),
                        channel,
                        notice.subjects(),
                        clock.instant()));
    }

    void failed(NoticePlanned notice, String reason) {
        notices.failed(notice.subjects());
        log.warn("notice {} failed: {}", notice.noticeId(), reason);
        write(
                notice,
                new NoticeFailed(
                        notice.noticeId(),
                        notice.buyerId(),
                        notice.shopId(),
                        channel,
                        notice.subjects(),
                        reason,
                        clock.instant()));
    }

    /** It was not sent: one receipt for each of its subjects. */
    void suppressed(NoticePlanned notice, SuppressedBecause because) {
        for (var subject : notice.subjects()) {
            notices.suppressed(subject);
            write(
                    notice,
                    new NoticeSuppressed(
                            notice.buyerId(), notice.shopId(), subject, because, clock.instant()));
        }
    }

    /** A receipt that cannot be written changes nothing for the message: it is counted. */
    private void write(NoticePlanned notice, NoticeReceipt receipt) {
        CompletableFuture<?> written = publisher.publish(Topics.NOTICE_RECEIPTS, receipt);
        try {
            written.join();
        } catch (CompletionException e) {
            meters.counter("notice.receipts.lost").increment();
            log.error("no receipt for notice {}", notice.noticeId(), e.getCause());
        }
    }
}
