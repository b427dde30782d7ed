package io.waybillguard.tracker.easypost;

import io.waybillguard.events.types.ParcelId;
import io.waybillguard.kit.signing.Digests;
import io.waybillguard.tracker.lines.CourierLine;
import io.waybillguard.tracker.lines.CourierNames;
import io.waybillguard.tracker.lines.Spots;
import io.waybillguard.tracker.lines.Tracking;
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
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * EasyPost: an event with one tracker and all its details. A detail's status says where the parcel
 * is in its life, its {@code status_detail} what happened. Any 2xx is a good answer.
 */
public final class EasyPost implements Provider {

    public static final String NAME = "easypost";

    private static final String SIGNATURE = "x-hmac-signature";

    private static final CourierNames COURIERS =
            new CourierNames(
                    Map.of(
                            "sfexpress", "SF",
                            "chinaems", "EMS",
                            "chinapost", "POST"));

    private final Times times;
    private final TrackingReader reader;

    /**
     * The adapter.
     *
     * @param zone of times that name none; they name one
     * @param mostLines how many details a push may have
     */
    public EasyPost(LineLimits limits, ZoneId zone, int mostLines) {
        this.times = new Times(zone);
        this.reader = new TrackingReader(EasyPostCodes.TABLE, limits, mostLines, this::trackings);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** The hex of the HMAC over the exact body; the secret is taken in Unicode's form NFKD. */
    @Override
    public boolean isSigned(Webhook webhook, Account account) {
        return Signing.isMadeByOne(
                account,
                webhook.headers().getOrDefault(SIGNATURE, "").strip(),
                secret -> signature(secret, webhook.body()));
    }

    private static String signature(String secret, byte[] body) {
        byte[] key = Digests.utf8(Normalizer.normalize(secret, Normalizer.Form.NFKD));
        return "hmac-sha256-hex=" + Digests.hex(Digests.hmacSha256(key, body));
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

    private List<Tracking> trackings(JsonNode event) {
        JsonNode told = event.path("result");
        if (!Json.text(told, "object").equals("Tracker")) {
            return List.of();
        }
        return List.of(
                new Tracking(
                        COURIERS.of(Json.text(told, "carrier")),
                        Json.text(told, "tracking_code"),
                        code(told),
                        Json.text(told, "status"),
                        Json.objects(told, "tracking_details").stream().map(this::line).toList(),
                        List.of(Json.text(told, "signed_by"))));
    }

    private CourierLine line(JsonNode detail) {
        JsonNode place = detail.path("tracking_location");
        return new CourierLine(
                times.read(Json.text(detail, "datetime")),
                code(detail),
                Json.text(detail, "status"),
                Json.text(detail, "message"),
                Spots.of(
                        Json.text(place, "city"),
                        Json.text(place, "state"),
                        Json.text(place, "country")));
    }

    /** The detail, where the status leaves it open and it says something; else the status. */
    private static String code(JsonNode node) {
        String status = Json.text(node, "status");
        String detail = Json.text(node, "status_detail");
        return detail.isBlank()
                        || EasyPostCodes.VAGUE.contains(lower(detail))
                        || EasyPostCodes.DECISIVE.contains(lower(status))
                ? status
                : detail;
    }

    private static String lower(String code) {
        return code.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public Answer answer(Outcome outcome, Webhook webhook) {
        return PlainAnswer.to(outcome);
    }
}
