package io.waybillguard.tracker.parcel;

import static io.waybillguard.tracker.Scans.NOON;
import static io.waybillguard.tracker.Scans.hour;
import static io.waybillguard.tracker.Scans.scan;
import static io.waybillguard.tracker.Scans.worded;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanHistoryTest {

    private static final int NO_LIMIT = 1_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyOrderAnyRepeatsAnySplitGiveTheSameHistory(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 1_500; round++) {
            List<ScanFact> told = anyHistory(random);
            ScanHistory expected = ScanHistory.EMPTY.with(told, NO_LIMIT).history();

            ScanHistory actual = toldInPieces(told, random);

            assertThat(actual.facts())
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(expected.facts());
            assertThat(actual.journey()).isEqualTo(expected.journey());
        }
    }

    private static ScanHistory toldInPieces(List<ScanFact> told, Random random) {
        List<ScanFact> again = new ArrayList<>(told);
        for (int i = random.nextInt(told.size() + 1); i > 0; i--) {
            again.add(told.get(random.nextInt(told.size())));
        }
        Collections.shuffle(again, random);
        ScanHistory history = ScanHistory.EMPTY;
        int from = 0;
        while (from < again.size()) {
            int to = Math.min(again.size(), from + 1 + random.nextInt(5));
            history = history.with(again.subList(from, to), NO_LIMIT).history();
            from = to;
        }
        return history;
    }

    /** Few instants and few identities, so that ties and corrected lines are frequent. */
    private static List<ScanFact> anyHistory(Random random) {
        List<ScanFact> facts = new ArrayList<>();
        int size = 1 + random.nextInt(14);
        for (int i = 0; i < size; i++) {
            int minute = random.nextInt(8);
            facts.add(
                    new ScanFact(
                            NOON.plus(Duration.ofMinutes(minute)),
                            ScanKind.values()[random.nextInt(ScanKind.values().length)],
                            random.nextBoolean()
                                    ? null
                                    : ProblemReason.values()[
                                            random.nextInt(ProblemReason.values().length)],
                            random.nextBoolean()
                                    ? null
                                    : SignedBy.values()[random.nextInt(SignedBy.values().length)],
                            random.nextInt(3) == 0 ? "" : "hub " + random.nextInt(3),
                            minute * 10L + random.nextInt(3),
                            NOON.plus(Duration.ofMinutes(60 + random.nextInt(60)))));
        }
        return facts;
    }

    @Test
    void aKnownLineChangesNothing() {
        ScanHistory once = history(scan(ScanKind.COLLECTED, 1));

        var twice = once.with(List.of(ScanFact.of(scan(ScanKind.COLLECTED, 1))), NO_LIMIT);

        assertThat(twice.isNews()).isFalse();
        assertThat(twice.history()).isSameAs(once);
    }

    @Test
    void theSameWordsAtAnotherInstantAreAnotherLine() {
        ScanHistory history =
                history(
                        worded(ScanKind.ARRIVED, 1, "arrived"),
                        worded(ScanKind.ARRIVED, 1 + 1 / 3_600_000.0, "arrived"),
                        worded(ScanKind.ARRIVED, 1, "arrived elsewhere"));

        assertThat(history.facts()).hasSize(3);
    }

    @Test
    void aLineThatComesBackWithAClearerCodeIsCorrected() {
        ScanHistory vague = history(worded(ScanKind.OTHER, 1, "line"));

        var corrected =
                vague.with(List.of(ScanFact.of(worded(ScanKind.STORED, 1, "line"))), NO_LIMIT);

        assertThat(corrected.isNews()).isTrue();
        assertThat(corrected.history().facts())
                .singleElement()
                .extracting(ScanFact::kind)
                .isEqualTo(ScanKind.STORED);
    }

    @Test
    void moreScansThanTheLimitAreFoldedOldestFirstAndSayTheSame() {
        List<ScanFact> many =
                IntStream.range(0, 40)
                        .mapToObj(i -> ScanFact.of(worded(ScanKind.ARRIVED, i, "line " + i)))
                        .toList();

        ScanHistory held = ScanHistory.EMPTY.with(many, 10).history();

        assertThat(held.facts()).hasSize(10);
        assertThat(held.horizon()).isEqualTo(hour(29));
        assertThat(held.journey())
                .isEqualTo(ScanHistory.EMPTY.with(many, NO_LIMIT).history().journey());
        assertThat(held.with(many, 10).isNews()).isFalse();
    }

    private static ScanHistory history(io.waybillguard.events.parcel.Scan... scans) {
        return ScanHistory.EMPTY
                .with(List.of(scans).stream().map(ScanFact::of).toList(), NO_LIMIT)
                .history();
    }
}
