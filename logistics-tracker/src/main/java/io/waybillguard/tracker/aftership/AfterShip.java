package io.waybillguard.tracker.aftership;

import io.waybillguard.events.types.ParcelId;
import io.waybillguard.kit.signing.Digests;
import io.waybillguard.tracker.lines.CourierLine;
import io.waybillguard.tracker.lines.CourierNames;
import io.waybillguard.tracker.lines.Spots;
import io.waybillguard.tracker.lines.Tracking;
import io.waybillguard.tracker.lines.Tracking.Next;
import io.waybillguard.tracker.lines.TrackingReader;
import io.waybillguard.tracker.provider.Account;
import io.waybillguard.tracker.provider.Decoded;
import io.waybillguard.tracker.provider.Json;
import io.waybillguard.tracker.provider.LineLimits;
import io.waybillguard.tracker.provider.PlainAnswer;
import io.waybillguard.tracker.provider.Provider;
import io.waybillguard.tracker.provider.Signing;
import io.waybillguard.tracker.provider.Times;
import io.waybillguard.tracker.provider.Webhook;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * AfterShip: all checkpoints of one parcel in every push, whatever its event. A checkpoint's time
 * is the courier's, with or without an offset. Any 2xx is a good answer.
 */
public final class AfterShip implements Provider {

    public static final String NAME = "aftership";

    private static final String SIGNATURE = "aftership-hmac-sha256";

    private static final CourierNames COURIERS =
            new CourierNames(
                    Map.of(
                            "sf-express", "SF",
                            "zto-express", "ZTO",
                            "yto", "YTO",
                            "sto", "STO",
                            "yunda", "YUNDA",
                            "jtexpress-cn", "JT",
                            "jd-express", "JD",
                            "china-ems", "EMS",
                            "china-post", "POST",
                            "deppon", "DEPPON"));

    private final Times times;
    private final TrackingReader reader;

    /**
     * The adapter.
     *
     * @param zone of times that name none
     * @param mostLines how many checkpoints a push may have
     */
    public AfterShip(LineLimits limits, ZoneId zone, int mostLines) {
        this.times = new Times(zone);
        this.reader = new TrackingReader(AfterShipCodes.TABLE, limits, mostLines, this::trackings);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Base64 of the HMAC over the exact body. */
    @Override
    public boolean isSigned(Webhook webhook, Account account) {
        return Signing.isMadeByOne(
                account,
                webhook.headers().getOrDefault(SIGNATURE, "").strip(),
                secret -> Digests.base64(Digests.hmacSha256(Digests.utf8(secret), webhook.body())));
    }

    @Override
    public Set<String> signatureHeaders() {
        return Set.of(SIGNATURE);
    }

    @Override
    public Optional<ParcelId> parcelOf(Webhook webhook) {
        return reader.parcelOf(webhook);
    }

    @Override
    public Decoded decode(Webhook webhook) {
        return reader.decode(webhook);
    }

    private List<Tracking> trackings(JsonNode push) {
        JsonNode told = push.path("msg");
        if (!told.isObject()) {
            return List.of();
        }
        return List.of(
                new Tracking(
                        COURIERS.of(Json.text(told, "slug")),
                        Json.text(told, "tracking_number"),
                        code(told),
                        Json.text(told, "tag"),
                        Json.objects(told, "checkpoints").stream().map(this::line).toList(),
                        List.of(Json.text(told, "signed_by"), Json.text(told, "customer_name")),
                        next(told)));
    }

    /** The last of the couriers that come after the first. */
    private static Next next(JsonNode told) {
        List<JsonNode> next = Json.objects(told, "next_couriers");
        return next.isEmpty()
                ? Next.NONE
                : new Next(
                        COURIERS.of(Json.text(next.getLast(), "slug")),
                        Json.text(next.getLast(), "tracking_number"));
    }

    private CourierLine line(JsonNode checkpoint) {
        return new CourierLine(
                times.read(Json.text(checkpoint, "checkpoint_time")),
                code(checkpoint),
                Json.text(checkpoint, "tag"),
                Json.text(checkpoint, "message"),
                place(checkpoint));
    }

    private static String code(JsonNode node) {
        String subtag = Json.text(node, "subtag");
        return subtag.isBlank() ? Json.text(node, "tag") : subtag;
    }

    private static String place(JsonNode checkpoint) {
        String place =
                Spots.of(
                        Json.text(checkpoint, "city"),
                        Json.text(checkpoint, "state"),
                        Json.text(checkpoint, "country_name"));
        return place.isEmpty() ? Json.text(checkpoint, "location") : place;
    }

    @Override
    public Answer answer(Outcome outcome, Webhook webhook) {
        return PlainAnswer.to(outcome);
    }
}
