package io.waybillguard.tracker.lookup;

import io.waybillguard.events.parcel.LearnedSilence;
import io.waybillguard.tracker.stall.Allowance;
import io.waybillguard.tracker.stall.Circumstances;
import io.waybillguard.tracker.stall.Learning;
import io.waybillguard.tracker.stall.ThresholdRow;
import io.waybillguard.tracker.stall.UsualSilences;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a row's hours are where they are learned.
 *
 * @param minSamples with fewer ended silences the fixed hours hold
 * @param partitions of this instance, each with what its own parcels taught it
 */
record LearnedView(long minSamples, Duration floor, Duration cap, List<OfPartition> partitions) {

    /**
     * What one partition's parcels are allowed.
     *
     * @param by the figures it was taken from; null when the fixed hours hold
     * @param known of the lane, then of the courier as a whole; each only where there is a sample
     */
    record OfPartition(
            int partition,
            Duration silence,
            Instant stalledAt,
            @Nullable LearnedSilence by,
            List<LearnedSilence> known) {}

    static LearnedView of(
            Circumstances facts,
            String from,
            ThresholdRow row,
            Learning learning,
            SortedMap<Integer, UsualSilences> usual) {
        return new LearnedView(
                learning.samples(),
                learning.floor(),
                learning.cap(),
                usual.entrySet().stream()
                        .map(of -> ofPartition(of.getKey(), of.getValue(), facts, from, row))
                        .toList());
    }

    private static OfPartition ofPartition(
            int partition,
            UsualSilences usual,
            Circumstances facts,
            String from,
            ThresholdRow row) {
        List<LearnedSilence> known =
                usual.of(facts.courier(), from, facts.province(), facts.stage());
        Allowance allowed = row.allow(known);
        return new OfPartition(
                partition,
                allowed.silence(),
                facts.since().plus(allowed.silence()),
                allowed.learned(),
                known);
    }
}
