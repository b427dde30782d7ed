package io.waybillguard.local.demo;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.types.ParcelId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds up what is published about parcels; not for many threads. */
final class ParcelLedger {

    private final Map<ParcelId, Stage> stages = new HashMap<>();
    private final Map<ParcelId, List<Halt>> raised = new HashMap<>();
    private final Set<Halt> seen = new HashSet<>();
    private final Set<ParcelId> open = new HashSet<>();
    private long cleared;

    void stage(ParcelId parcel, Stage stage) {
        stages.put(parcel, stage);
    }

    void add(StallEvent event) {
        StallDetails stall = event.stall();
        Halt halt = new Halt(stall.kind(), stall.cause(), stall.level());
        switch (event) {
            case StallEvent.StallDetected _ -> {
                raised.computeIfAbsent(stall.parcel(), _ -> new ArrayList<>()).add(halt);
                seen.add(halt);
                open.add(stall.parcel());
            }
            case StallEvent.StallEscalated _, StallEvent.StallReviewed _ -> seen.add(halt);
            case StallEvent.StallCleared _ -> {
                cleared++;
                open.remove(stall.parcel());
            }
        }
    }

    ParcelTally tally() {
        return new ParcelTally(stages, raised, seen, open, cleared);
    }
}
