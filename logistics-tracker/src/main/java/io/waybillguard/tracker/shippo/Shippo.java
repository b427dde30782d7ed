package io.waybillguard.tracker.shippo;

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
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Shippo: the latest status of one parcel and its history, which mostly holds that status too. It
 * asks the couriers every two hours or so. Any 2xx is a good answer.
 */
public final class Shippo implements Provider {

    public static final String NAME = "shippo";

    private static final String SIGNATURE = "shippo-auth-signature";

    /** It has no names of its own for couriers of ours. */
    private static final CourierNames COURIERS = new CourierNames(Map.of());

    private final Times times;
    private final TrackingReader reader;

    /**
     * The adapter.
     *
     * @param zone of times that name none; they name one
     * @param mostLines how many statuses a push may have
     */
    public Shippo(LineLimits limits, ZoneId zone, int mostLines) {
        this.times = new Times(zone);
        this.reader = new TrackingReader(ShippoCodes.TABLE, limits, mostLines, this::trackings);
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * The hex of the HMAC over the time stamp, a dot and the exact body, beside the time stamp as
     * {@code t=…,v1=…}. Only accounts that asked for it sign; the others are unsigned accounts.
     */
    @Override
    public boolean isSigned(Webhook webhook, Account account) {
        String header = webhook.headers().getOrDefault(SIGNATURE, "");
        byte[] signed = Signing.joined(Digests.utf8(field(header, "t=") + "."), webhook.body());
        return Signing.isMadeByOne(
                account,
                field(header, "v1=").toLowerCase(Locale.ROOT),
                secret -> Digests.hex(Digests.hmacSha256(Digests.utf8(secret), signed)));
    }

    private static String field(String header, String name) {
        return Stream.of(header.split(",", -1))
                .map(String::strip)
                .filter(field -> field.startsWith(name))
                .map(field -> field.substring(name.length()))
                .findFirst()
                .orElse("");
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
        JsonNode told = push.path("data");
        if (!told.has("tracking_status") && !told.has("tracking_history")) {
            return List.of();
        }
        List<CourierLine> lines =
                Stream.concat(
                                Json.objects(told, "tracking_history").stream(),
                                Stream.of(told.path("tracking_status")).filter(JsonNode::isObject))
                        .map(this::line)
                        .distinct()
                        .toList();
        return List.of(
                new Tracking(
                        COURIERS.of(Json.text(told, "carrier")),
                        Json.text(told, "tracking_number"),
                        "",
                        "",
                        lines,
                        List.of()));
    }

    private CourierLine line(JsonNode status) {
        JsonNode place = status.path("location");
        return new CourierLine(
                times.read(Json.text(status, "status_date")),
                code(status),
                Json.text(status, "status"),
                Json.text(status, "status_details"),
                Spots.of(
                        Json.text(place, "city"),
                        Json.text(place, "state"),
                        Json.text(place, "country")));
    }

    /** The substatus where it says something, else the status. */
    private static String code(JsonNode node) {
        String status = Json.text(node, "status");
        String detail = Json.text(node.path("substatus"), "code");
        return detail.isBlank()
                        || ShippoCodes.VAGUE.contains(detail.strip().toLowerCase(Locale.ROOT))
                ? status
                : detail;
    }

    @Override
    public Answer answer(Outcome outcome, Webhook webhook) {
        return PlainAnswer.to(outcome);
    }
}
