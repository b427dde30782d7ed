package io.waybillguard.local.demo;

import io.waybillguard.events.parcel.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What is known beforehand of a parcel's stalls. */
sealed interface Foreseen {

    /** What is wrong with what was published about the parcel, in words; empty: nothing. */
    List<String> differences(Stage stage, List<Halt> raised, boolean open);

    /** It travels as it should: no stall. */
    record Moves() implements Foreseen {
        @Override
        public List<String> differences(Stage stage, List<Halt> raised, boolean open) {
            return raised.isEmpty() ? List.of() : List.of("moves, but stalled: " + raised);
        }
    }

    /** One stall, of this kind and cause. */
    record Stops(Halt halt) implements Foreseen {
        @Override
        public List<String> differences(Stage stage, List<Halt> raised, boolean open) {
            boolean foreseen =
                    raised.size() == 1
                            && raised.getFirst().kind() == halt.kind()
                            && raised.getFirst().cause() == halt.cause();
            return foreseen
                    ? List.of()
                    : List.of("stops once, %s, but stalled: %s".formatted(halt, raised));
        }
    }

    /**
     * Nothing was heard of it for so long: where it is not at its end, that is a stall; where it
     * is, it is none any more.
     */
    record Silent(Duration silence) implements Foreseen {

        /** Longer than any threshold of the platform's defaults. */
        private static final Duration SURELY_STALLED = Duration.ofDays(5);

        private static final Set<Stage> ENDS =
                Set.of(Stage.SIGNED, Stage.REFUSED, Stage.RETURNED, Stage.CANCELLED);

        static Silent since(Instant latest, Instant now) {
            return new Silent(Duration.between(latest, now));
        }

        @Override
        public List<String> differences(Stage stage, List<Halt> raised, boolean open) {
            if (ENDS.contains(stage)) {
                return open ? List.of("is " + stage + ", but its stall is open") : List.of();
            }
            return open || silence.compareTo(SURELY_STALLED) < 0
                    ? List.of()
                    : List.of(
                            "is %s and silent for %d h, but has no stall"
                                    .formatted(stage, silence.toHours()));
        }
    }
}
