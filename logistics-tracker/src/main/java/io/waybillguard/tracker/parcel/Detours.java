package io.waybillguard.tracker.parcel;

/** Whether a parcel goes in circles between hubs. */
public final class Detours {

    private Detours() {}

    /**
     * Whether the latest hub that scanned the parcel is one it had left {@code times} or more
     * before: missorted, or looping.
     */
    public static boolean isOne(ScanHistory history, int times) {
        String latest = null;
        for (ScanFact scan : history.facts().reversed()) {
            if (isVisit(scan)) {
                latest = scan.place();
                break;
            }
        }
        return latest != null && visits(history, latest) > times;
    }

    /** How often the hub was visited: scans of it without another hub's between them are one. */
    private static int visits(ScanHistory history, String hub) {
        int visits = 0;
        boolean there = false;
        for (ScanFact scan : history.facts()) {
            if (isVisit(scan)) {
                boolean here = scan.place().equals(hub);
                visits += here && !there ? 1 : 0;
                there = here;
            }
        }
        return visits;
    }

    private static boolean isVisit(ScanFact scan) {
        boolean atHub =
                switch (scan.kind()) {
                    case DEPARTED, ARRIVED, AT_DESTINATION -> true;
                    default -> false;
                };
        return atHub && !scan.place().isEmpty();
    }
}
