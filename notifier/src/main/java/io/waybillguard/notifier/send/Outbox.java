package io.waybillguard.notifier.send;

import io.waybillguard.events.notice.PlannedNotice.NoticePlanned;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.kit.kafka.EventPublisher;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where messages go back to that the channel certainly does not have. */
class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private final EventPublisher publisher;

    Outbox(EventPublisher publisher) {
        this.publisher = publisher;
    }

    /** Whether it is there again, behind all others. */
    boolean putBack(NoticePlanned notice) {
        try {
            publisher.publish(Topics.NOTICE_OUTBOX, notice).join();
            return true;
        } catch (CompletionException e) {
            log.error("notice {} was not put back", notice.noticeId(), e.getCause());
            return false;
        }
    }
}
