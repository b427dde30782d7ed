package io.waybillguard.tracker.karrio;

import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.lines.CourierLine;
import io.waybillguard.tracker.lines.CourierNames;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Karrio: a tracker with all its events. Older ones have no status of their own: the tracker's
 * counts for the latest. Any 2xx is a good answer.
 */
public final class Karrio implements Provider {

    public static final String NAME = "karrio";

    private static final String SECRET = "x-event-id";

    private static final CourierNames COURIERS =
            new CourierNames(Map.of("sf_express", "SF", "china_ems", "EMS", "china_post", "POST"));

    private static final DateTimeFormatter HALF_DAY =
            DateTimeFormatter.ofPattern("h:mm[:ss] a", Locale.ENGLISH);

    private final Times times;
    private final TrackingReader reader;

    /**
     * The adapter.
     *
     * @param zone of times that name none
     * @param mostLines how many events a push may have
     */
    public Karrio(LineLimits limits, ZoneId zone, int mostLines) {
        this.times = new Times(zone);
        this.reader = new TrackingReader(KarrioCodes.TABLE, limits, mostLines, this::trackings);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** The secret itself stands in a header: it vouches for the sender, not for the body. */
    @Override
    public boolean isSigned(Webhook webhook, Account account) {
        return Signing.isMadeByOne(
                account, webhook.headers().getOrDefault(SECRET, "").strip(), secret -> secret);
    }

    @Override
    public Set<String> signatureHeaders() {
        return Set.of(SECRET);
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
        if (!Json.text(push, "event").startsWith("tracker") || !told.isObject()) {
            return List.of();
        }
        return List.of(
                new Tracking(
                        COURIERS.of(Json.text(told, "carrier_name")),
                        Json.text(told, "tracking_number"),
                        Json.text(told, "status"),
                        "",
                        Json.objects(told, "events").stream().map(this::line).toList(),
                        List.of(
                                Json.text(told.path("info"), "customer_name"),
                                Json.text(told.path("info"), "signed_by"))));
    }

    private CourierLine line(JsonNode event) {
        return new CourierLine(
                time(event),
                code(event),
                Json.text(event, "status"),
                Json.text(event, "description"),
                Json.text(event, "location"));
    }

    /** The reason of an incident, where the status leaves it open; else the status. */
    private static String code(JsonNode event) {
        String status = Json.text(event, "status");
        String reason = Json.text(event, "reason");
        return reason.isBlank()
                        || KarrioCodes.DECISIVE.contains(status.strip().toLowerCase(Locale.ROOT))
                ? status
                : reason;
    }

    private @Nullable Instant time(JsonNode event) {
        Instant exact = times.read(Json.text(event, "timestamp"));
        return exact == null
                ? times.read(Json.text(event, "date") + " " + hour(Json.text(event, "time")))
                : exact;
    }

    /** {@code 05:21 PM} as {@code 17:21}; another text as it is. */
    private static String hour(String time) {
        try {
            return LocalTime.parse(time.strip().toUpperCase(Locale.ROOT), HALF_DAY).toString();
        } catch (DateTimeException e) {
            return time.strip();
        }
    }

    @Override
    public Answer answer(Outcome outcome, Webhook webhook) {
        return PlainAnswer.to(outcome);
    }
}
