package io.waybillguard.tracker.parcel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether a parcel goes in circles between hubs. */
public final class Detours {

    private Detours() {}

    /**
     * Whether the latest hub that scanned the parcel is one it had left {@code times} or more
     * before: missorted, or looping.
     */
    public static boolean isOne(ScanHistory history, int times) {
        List<String> visits = visits(history);
        if (visits.isEmpty()) {
            return false;
        }
        Map<String, Integer> left = new HashMap<>();
        for (String place : visits.subList(0, visits.size() - 1)) {
            left.merge(place, 1, Integer::sum);
        }
        return left.getOrDefault(visits.getLast(), 0) >= times;
    }

    /** The hubs that scanned it, one after the other, each once a visit. */
    private static List<String> visits(ScanHistory history) {
        List<String> visits = new ArrayList<>();
        for (ScanFact scan : history.facts()) {
            boolean atHub =
                    switch (scan.kind()) {
                        case DEPARTED, ARRIVED, AT_DESTINATION -> true;
                        default -> false;
                    };
            if (atHub
                    && !scan.place().isEmpty()
                    && (visits.isEmpty() || !visits.getLast().equals(scan.place()))) {
                visits.add(scan.place());
            }
        }
        return visits;
    }
}
