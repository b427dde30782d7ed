package io.waybillguard.tracker.lookup;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.tracker.stall.Circumstances;
import io.waybillguard.tracker.stall.Explanation;
import io.waybillguard.tracker.stall.ThresholdRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The row that holds, and why.
 *
 * @param asked the facts, as they were understood
 * @param row the name that a stall would bear
 * @param silence the row's fixed hours
 * @param stalledAt by them, if nothing is heard until then
 * @param suspectedLostAt null when it never is
 * @param learned null when the row has fixed hours alone, or this instance has no partition open
 * @param before the rows that were looked at before it, in order
 */
record ThresholdView(
        Facts asked,
        String row,
        Duration silence,
        @Nullable Duration lostAfter,
        Instant stalledAt,
        @Nullable Instant suspectedLostAt,
        @Nullable LearnedView learned,
        List<PassedOver> before) {

    /** The facts of the question. */
    record Facts(
            String platform,
            String courier,
            String service,
            String region,
            StallKind kind,
            Stage stage,
            Instant at) {}

    /** A row that does not hold. */
    record PassedOver(String row, Duration silence, String because) {}

    static ThresholdView of(
            Circumstances facts, Explanation explained, @Nullable LearnedView learned) {
        ThresholdRow row = explained.row();
        Duration lostAfter = facts.kind() == StallKind.NOT_COLLECTED ? null : row.lostAfter();
        return new ThresholdView(
                new Facts(
                        facts.platform(),
                        facts.courier().value(),
                        facts.service(),
                        facts.province(),
                        facts.kind(),
                        facts.stage(),
                        facts.since()),
                row.name(),
                row.silence(),
                lostAfter,
                facts.since().plus(row.silence()),
                lostAfter == null ? null : facts.since().plus(lostAfter),
                learned,
                explained.before().stream()
                        .map(passed ->
                                new PassedOver(
                                        passed.row().name(),
                                        passed.row().silence(),
                                        passed.because()))
                        .toList());
    }
}
