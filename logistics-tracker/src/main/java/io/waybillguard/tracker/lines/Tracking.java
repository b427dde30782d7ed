package io.waybillguard.tracker.lines;

import java.time.Instant;
import java.util.List;

/**
 * One parcel as an aggregator tells it.
 *
 * @param courier in our spelling
 * @param code the status of the whole parcel; empty where none is told
 * @param parent the wider status that {@code code} belongs to; may be empty
 * @param lines in any order
 * @param names of people, told beside the lines: no line may carry them
 * @param next with whom it goes on
 */
public record Tracking(
        String courier,
        String waybill,
        String code,
        String parent,
        List<CourierLine> lines,
        List<String> names,
        Next next) {

    /**
     * Who has a parcel after the one who had it first.
     *
     * @param courier in our spelling; empty where nobody has
     * @param waybill the number it has there; empty where nobody has it
     */
    public record Next(String courier, String waybill) {

        /** It stays. */
        public static final Next NONE = new Next("", "");

        boolean isTold() {
            return !courier.isBlank() && !waybill.isBlank();
        }
    }

    /** One that stays. */
    public Tracking(
            String courier,
            String waybill,
            String code,
            String parent,
            List<CourierLine> lines,
            List<String> names) {
        this(courier, waybill, code, parent, lines, names, Next.NONE);
    }

    public Tracking {
        lines = List.copyOf(lines);
        names = List.copyOf(names);
    }

    /** The place in {@code lines} of the one that happened last, the first of several; or -1. */
    int latest() {
        int latest = -1;
        Instant last = Instant.MIN;
        for (int i = 0; i < lines.size(); i++) {
            Instant happened = lines.get(i).happenedAt();
            if (happened != null && happened.isAfter(last)) {
                latest = i;
                last = happened;
            }
        }
        return latest;
    }
}
