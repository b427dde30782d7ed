package io.waybillguard.tracker.track17;

import io.waybillguard.tracker.lines.CourierLine;
import io.waybillguard.tracker.lines.CourierNames;
import io.waybillguard.tracker.lines.Spots;
import io.waybillguard.tracker.lines.Tracking;
import io.waybillguard.tracker.lines.Tracking.Next;
import io.waybillguard.tracker.provider.Json;
import io.waybillguard.tracker.provider.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The parcel in a push of either version. Version 1 has no status of its own for an event: the
 * parcel's counts for the latest.
 */
record Track17Push(Times times) {

    /** By its number, and by the names that stand beside it in version 2. */
    private static final CourierNames COURIERS =
            new CourierNames(
                    Map.ofEntries(
                            Map.entry("3011", "POST"),
                            Map.entry("3013", "EMS"),
                            Map.entry("100012", "SF"),
                            Map.entry("china post", "POST"),
                            Map.entry("china ems", "EMS"),
                            Map.entry("sf express", "SF"),
                            Map.entry("zto express", "ZTO"),
                            Map.entry("yto express", "YTO"),
                            Map.entry("sto express", "STO"),
                            Map.entry("yunda express", "YUNDA"),
                            Map.entry("j&t express (cn)", "JT"),
                            Map.entry("jd logistics", "JD"),
                            Map.entry("deppon", "DEPPON")));

    Track17Push(ZoneId zone) {
        this(new Times(zone));
    }

    List<Tracking> trackings(JsonNode push) {
        JsonNode told = push.path("data");
        if (!told.has("number")) {
            return List.of();
        }
        return List.of(told.path("track").isObject() ? first(told) : second(told));
    }

    private Tracking first(JsonNode told) {
        JsonNode track = told.path("track");
        String courier = Json.text(told, "carrier");
        List<CourierLine> lines =
                Stream.concat(
                                Stream.of(track.path("z0")).filter(JsonNode::isObject),
                                Stream.of("z1", "z2")
                                        .flatMap(list -> Json.objects(track, list).stream()))
                        .map(this::firstLine)
                        .distinct()
                        .toList();
        return new Tracking(
                COURIERS.of(courier.isEmpty() ? Json.text(track, "w1") : courier),
                Json.text(told, "number"),
                Json.text(track, "e"),
                "",
                lines,
                List.of());
    }

    private CourierLine firstLine(JsonNode event) {
        String place = Json.text(event, "c");
        return new CourierLine(
                times.read(Json.text(event, "a")),
                "",
                Json.text(event, "z"),
                place.isBlank() ? Json.text(event, "d") : place);
    }

    private Tracking second(JsonNode told) {
        JsonNode info = told.path("track_info");
        List<JsonNode> providers = Json.objects(info.path("tracking"), "providers");
        JsonNode status = info.path("latest_status");
        String sub = Json.text(status, "sub_status");
        String main = Json.text(status, "status");
        return new Tracking(
                courier(Json.text(told, "carrier"), providers),
                Json.text(told, "number"),
                sub.isBlank() ? main : sub,
                main,
                providers.stream()
                        .flatMap(provider -> Json.objects(provider, "events").stream())
                        .map(this::secondLine)
                        .distinct()
                        .toList(),
                List.of(),
                next(info.path("misc_info"), providers));
    }

    /** Who brings it over the last mile, and under which number. */
    private static Next next(JsonNode misc, List<JsonNode> providers) {
        String key = Json.text(misc, "local_key");
        String name = Json.text(misc, "local_provider");
        return new Next(
                COURIERS.knows(name) ? COURIERS.of(name) : courier(key, providers),
                Json.text(misc, "local_number"));
    }

    private static String courier(String number, List<JsonNode> providers) {
        if (COURIERS.knows(number)) {
            return COURIERS.of(number);
        }
        return providers.stream()
                .map(provider -> provider.path("provider"))
                .filter(provider -> Json.text(provider, "key").equals(number))
                .flatMap(provider ->
                        Stream.of(Json.text(provider, "name"), Json.text(provider, "alias")))
                .filter(COURIERS::knows)
                .map(COURIERS::of)
                .findFirst()
                .orElseGet(() -> COURIERS.of(number));
    }

    private CourierLine secondLine(JsonNode event) {
        String sub = Json.text(event, "sub_status");
        String stage = Json.text(event, "stage");
        JsonNode address = event.path("address");
        String place =
                Spots.of(
                        Json.text(address, "city"),
                        Json.text(address, "state"),
                        Json.text(address, "country"));
        return new CourierLine(
                time(event),
                sub.isBlank() ? stage : sub,
                Track17Codes.TABLE.find(stage) == null ? main(sub) : stage,
                Json.text(event, "description"),
                place.isEmpty() ? Json.text(event, "location") : place);
    }

    /** The main status that a sub-status begins with. */
    private static String main(String sub) {
        int end = sub.indexOf('_');
        return end < 0 ? "" : sub.substring(0, end);
    }

    private @Nullable Instant time(JsonNode event) {
        Instant local = times.read(Json.text(event, "time_iso"));
        Instant told = local == null ? times.read(Json.text(event, "time_utc")) : local;
        JsonNode raw = event.path("time_raw");
        return told == null
                ? times.read(
                        Json.text(raw, "date")
                                + "T"
                                + Json.text(raw, "time")
                                + Json.text(raw, "timezone"))
                : told;
    }
}
