package io.waybillguard.notifier.send;

import io.waybillguard.events.notice.PlannedNotice.NoticePlanned;
import io.waybillguard.events.notice.SuppressedBecause;
import io.waybillguard.notifier.notice.QuietHours;
import io.waybillguard.notifier.notice.Recalls;
import io.waybillguard.notifier.notice.Recalls.Standing.Recalled;
import io.waybillguard.notifier.notice.Recalls.Standing.Unknown;
import io.waybillguard.notifier.notice.Recalls.Standing.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Whether a message may be sent at this moment: not when it is stale or recalled, and not yet in
 * quiet hours or while the recalls are not read.
 *
 * @param again when to ask again, for want of a better instant
 */
record Leave(QuietHours quietHours, Recalls recalls, Duration again, InstantSource clock) {

    /** Asked again at least so often in quiet hours, should the clock of the host be set. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** What is allowed. */
    sealed interface Verdict {
        record Now() implements Verdict {}

        record Later(Duration pause) implements Verdict {}

        record Never(SuppressedBecause because) implements Verdict {}
    }

    Verdict of(NoticePlanned notice) {
        Instant now = clock.instant();
        if (!now.isBefore(notice.notAfter())) {
            return new Verdict.Never(SuppressedBecause.STALE);
        }
        if (quietHours.contains(now)) {
            Duration left = Duration.between(now, quietHours.earliest(now));
            return new Verdict.Later(left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT);
        }
        return switch (recalls.of(notice.noticeId(), notice.notAfter())) {
            case Wanted _ -> new Verdict.Now();
            case Recalled(var because) -> new Verdict.Never(because);
            case Unknown _ -> new Verdict.Later(again);
        };
    }
}
