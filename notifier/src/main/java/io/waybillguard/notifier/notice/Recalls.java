package io.waybillguard.notifier.notice;

import io.waybillguard.events.notice.SuppressedBecause;
import io.waybillguard.events.types.NoticeId;
import java.time.Instant;

/** Which planned messages are recalled. */
@FunctionalInterface
public interface Recalls {

    /** What is known of a message. */
    sealed interface Standing {

        /** Not recalled, as far as has been read. */
        record Wanted() implements Standing {}

        record Recalled(SuppressedBecause because) implements Standing {}

        /** The recalls are not read at this moment: ask again. */
        record Unknown() implements Standing {}
    }

    /** The standing of the message with that id, stale from {@code notAfter} on. */
    Standing of(NoticeId noticeId, Instant notAfter);
}
