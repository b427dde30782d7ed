package io.waybillguard.tracker.lines;

import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.lines.LineReader.Line;
import io.waybillguard.tracker.provider.Decoded;
import io.waybillguard.tracker.provider.Decoded.Accepted;
import io.waybillguard.tracker.provider.Decoded.ParcelReport;
import io.waybillguard.tracker.provider.Decoded.PassedOver;
import io.waybillguard.tracker.provider.Decoded.Reason;
import io.waybillguard.tracker.provider.Decoded.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the lines of one push, parcel by parcel, and judges the push as a whole: one that has
 * lines but not a single usable one is rejected, as is one with more lines than are allowed.
 */
public final class PushLines {

    private final LineReader reader;
    private final Instant receivedAt;
    private final int most;
    private final Map<ParcelId, List<Scan>> parcels = new LinkedHashMap<>();
    private final Map<ParcelId, CourierCode> corrected = new HashMap<>();
    private final Map<ParcelId, ParcelId> redirected = new HashMap<>();
    private final List<PassedOver> passed = new ArrayList<>();
    private final List<String> unknownCodes = new ArrayList<>();
    private int lines;

    /**
     * For one push.
     *
     * @param most how many lines it may have
     */
    public PushLines(LineReader reader, Instant receivedAt, int most) {
        this.reader = reader;
        this.receivedAt = receivedAt;
        this.most = most;
    }

    /**
     * The parcel of a push; null, and counted as passed over, when the two texts are none.
     *
     * @param courier in our spelling
     */
    public @Nullable ParcelId parcel(String courier, String waybill) {
        try {
            ParcelId parcel = new ParcelId(new CourierCode(courier.strip()), waybill);
            parcels.computeIfAbsent(parcel, _ -> new ArrayList<>());
            return parcel;
        } catch (IllegalArgumentException e) {
            passed.add(PassedOver.BAD_PARCEL);
            return null;
        }
    }

    /**
     * {@code parcel} was taken to be another courier's; what is no courier, or the same, corrects
     * nothing.
     *
     * @param wrong in our spelling
     */
    public void corrected(ParcelId parcel, String wrong) {
        try {
            CourierCode before = new CourierCode(wrong.strip());
            if (!before.equals(parcel.courier())) {
                corrected.put(parcel, before);
            }
        } catch (IllegalArgumentException e) {
            corrected.remove(parcel);
        }
    }

    /**
     * {@code parcel} goes on as another; what is no parcel, or the same, is nowhere to go on to.
     *
     * @param courier in our spelling
     */
    public void redirected(ParcelId parcel, String courier, String waybill) {
        try {
            ParcelId next = new ParcelId(new CourierCode(courier.strip()), waybill);
            if (!next.equals(parcel)) {
                redirected.put(parcel, next);
            }
        } catch (IllegalArgumentException e) {
            redirected.remove(parcel);
        }
    }

    /** One line of {@code parcel}. */
    public void line(ParcelId parcel, CourierLine line) {
        lines++;
        if (lines > most) {
            return;
        }
        switch (reader.read(line, receivedAt)) {
            case Line.Told(var scan, var unknownCode) -> {
                parcels.computeIfAbsent(parcel, _ -> new ArrayList<>()).add(scan);
                if (unknownCode) {
                    unknownCodes.add(scan.code());
                }
            }
            case Line.Passed(var because) -> passed.add(because);
        }
    }

    /** What the push says as a whole. */
    public Decoded decoded() {
        if (lines > most) {
            return new Rejected(Reason.TOO_MANY_LINES, "more than " + most + " lines");
        }
        if (parcels.isEmpty()) {
            return new Rejected(Reason.BAD_PARCEL, "no courier and waybill");
        }
        boolean noScan = parcels.values().stream().allMatch(List::isEmpty);
        if (noScan && !passed.isEmpty() && !passed.contains(PassedOver.REMARK)) {
            return passed.contains(PassedOver.IN_THE_FUTURE)
                    ? new Rejected(Reason.IN_THE_FUTURE, "no line happened before it arrived")
                    : new Rejected(Reason.NO_USABLE_SCAN, "first: " + passed.getFirst().label());
        }
        List<ParcelReport> reports = new ArrayList<>();
        parcels.forEach((parcel, scans) ->
                reports.add(
                        new ParcelReport(
                                parcel, scans, corrected.get(parcel), redirected.get(parcel))));
        return new Accepted(reports, passed, unknownCodes);
    }
}
