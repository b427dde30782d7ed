package io.waybillguard.local.demo;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.types.ParcelId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Parcels that stand still, and those that do not. */
final class StallChecks {

    private StallChecks() {}

    /** Every parcel of the run is known, and has the stalls that it should have, no others. */
    static Check foreseen(Findings findings) {
        List<String> differences =
                findings.foreseen().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(Comparator.comparing(ParcelId::toString)))
                        .flatMap(entry ->
                                differences(findings, entry.getKey(), entry.getValue()).stream()
                                        .map(what -> entry.getKey() + " " + what))
                        .toList();
        return Check.of(
                "stalls-as-foreseen",
                findings.foreseen().size()
                        + " parcels: those that stand still have their stall, no others",
                differences);
    }

    private static List<String> differences(Findings findings, ParcelId parcel, Foreseen foreseen) {
        ParcelTally parcels = findings.tally().parcels();
        Stage stage = parcels.stages().get(parcel);
        return stage == null
                ? List.of("is on its way, but nothing was published about it")
                : foreseen.differences(
                        stage, parcels.raisedOf(parcel), parcels.open().contains(parcel));
    }

    /** Every kind of stall, and every shape that a scenario names, was raised. */
    static Check kinds(Findings findings) {
        ParcelTally parcels = findings.tally().parcels();
        Map<StallKind, Long> stalls = parcels.stalls();
        Stream<String> missing =
                Arrays.stream(StallKind.values())
                        .filter(kind -> stalls.getOrDefault(kind, 0L) == 0)
                        .map(kind -> "no stall of the kind " + kind);
        Stream<String> unseen =
                Scenarios.all().stream()
                        .map(Scenario::halt)
                        .filter(Objects::nonNull)
                        .distinct()
                        .filter(halt -> !parcels.seen().contains(halt))
                        .map(halt -> "not seen: " + halt);
        return Check.of(
                "every-stall",
                "every kind of stall was raised",
                Stream.concat(missing, unseen).toList());
    }
}
