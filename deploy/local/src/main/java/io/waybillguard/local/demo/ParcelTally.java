package io.waybillguard.local.demo;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.types.ParcelId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was published about parcels.
 *
 * @param stages the latest of each parcel
 * @param raised each stall that was raised, by parcel, as it was when it was raised
 * @param seen every shape of stall, raised or grown worse
 * @param open parcels whose stall has not cleared
 * @param cleared how many stalls did
 */
record ParcelTally(
        Map<ParcelId, Stage> stages,
        Map<ParcelId, List<Halt>> raised,
        Set<Halt> seen,
        Set<ParcelId> open,
        long cleared) {

    ParcelTally {
        stages = Map.copyOf(stages);
        raised = Lists.copy(raised);
        seen = Set.copyOf(seen);
        open = Set.copyOf(open);
    }

    /** How many stalls were raised. */
    Map<StallKind, Long> stalls() {
        return raised.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Halt::kind, Collectors.counting()));
    }

    List<Halt> raisedOf(ParcelId parcel) {
        return raised.getOrDefault(parcel, List.of());
    }
}
