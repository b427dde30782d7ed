package io.waybillguard.tracker.lines;

import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.lines.Tracking.Next;
import io.waybillguard.tracker.provider.Decoded;
import io.waybillguard.tracker.provider.Decoded.Reason;
import io.waybillguard.tracker.provider.Decoded.Rejected;
import io.waybillguard.tracker.provider.Json;
import io.waybillguard.tracker.provider.LineLimits;
import io.waybillguard.tracker.provider.Webhook;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Pushes that are JSON and tell parcels with a status of their own beside their lines. The lines
 * are trusted: the status counts for the latest line, and only where that says nothing itself. A
 * status that remarks on a silence is a remark, whatever the lines say.
 */
public final class TrackingReader {

    private final StatusTable table;
    private final LineReader reader;
    private final int mostLines;
    private final Function<JsonNode, List<Tracking>> parcels;

    /**
     * A reader.
     *
     * @param table the provider's codes
     * @param mostLines how many lines a push may have
     * @param parcels the parcels a push tells of; none when it is about something else
     */
    public TrackingReader(
            StatusTable table,
            LineLimits limits,
            int mostLines,
            Function<JsonNode, List<Tracking>> parcels) {
        this.table = table;
        this.reader = new LineReader(table, limits);
        this.mostLines = mostLines;
        this.parcels = parcels;
    }

    /** The first parcel; empty where there is none. */
    public Optional<ParcelId> parcelOf(Webhook webhook) {
        PushLines lines = new PushLines(reader, webhook.receivedAt(), mostLines);
        return Json.object(webhook.body()).map(parcels).stream()
                .flatMap(List::stream)
                .flatMap(told -> Stream.ofNullable(lines.parcel(told.courier(), told.waybill())))
                .findFirst();
    }

    /** What the push says. */
    public Decoded decode(Webhook webhook) {
        JsonNode push = Json.object(webhook.body()).orElse(null);
        if (push == null) {
            return Json.refusal("the body", webhook.body());
        }
        List<Tracking> told = parcels.apply(push);
        if (told.isEmpty()) {
            return new Rejected(Reason.NO_RESULT, "no parcel in the push");
        }
        PushLines lines = new PushLines(reader, webhook.receivedAt(), mostLines);
        for (Tracking tracking : told) {
            ParcelId parcel = lines.parcel(tracking.courier(), tracking.waybill());
            if (parcel != null) {
                if (tracking.next().isTold()) {
                    Next next = tracking.next();
                    lines.redirected(parcel, next.courier(), next.waybill());
                }
                tell(lines, parcel, tracking, webhook);
            }
        }
        return lines.decoded();
    }

    private void tell(PushLines lines, ParcelId parcel, Tracking told, Webhook webhook) {
        boolean isRemark = table.isRemark(told.code());
        int latest = isRemark ? -1 : told.latest();
        for (int i = 0; i < told.lines().size(); i++) {
            CourierLine line = told.lines().get(i);
            CourierLine said =
                    i == latest && line.isSilent() ? line.saying(told.code(), told.parent()) : line;
            lines.line(parcel, said.inWords(ForeignMasking.mask(said.text(), told.names())));
        }
        if (isRemark) {
            lines.line(parcel, new CourierLine(webhook.receivedAt(), told.code(), "", ""));
        }
    }
}
