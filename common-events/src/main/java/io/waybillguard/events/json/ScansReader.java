package io.waybillguard.events.json;

import io.waybillguard.events.parcel.CourierReport.ScansReported;
import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanEvidence;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import io.waybillguard.events.types.ParcelId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads reports of scans as a stream of tokens: they are nearly all that the tracker reads. It
 * takes what is written plainly; of anything else it says nothing at all, and the mapper, which
 * knows every rule, reads it from the start.
 */
final class ScansReader {

    private static final String TYPE = EventTypes.nameOf(ScansReported.class);
    private static final Map<String, ScanKind> KINDS = named(ScanKind.values());
    private static final Map<String, ProblemReason> REASONS = named(ProblemReason.values());
    private static final Map<String, ScanEvidence> EVIDENCE = named(ScanEvidence.values());
    private static final Map<String, SignedBy> SIGNERS = named(SignedBy.values());

    private ScansReader() {}

    /** The report; null when the mapper is to read it. */
    static @Nullable ScansReported read(JsonFactory factory, byte[] bytes) {
        try (JsonParser json = factory.createParser(ObjectReadContext.empty(), bytes)) {
            return json.nextToken() == JsonToken.START_OBJECT ? report(json) : null;
        } catch (NotPlain | JacksonException | IllegalArgumentException e) {
            return null;
        }
    }

    private static ScansReported report(JsonParser json) {
        String type = null;
        ParcelId parcel = null;
        String provider = null;
        List<Scan> scans = null;
        Instant receivedAt = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            switch (json.currentName()) {
                case "type" -> type = once(type, text(json));
                case "parcel" -> parcel = once(parcel, parcel(json));
                case "provider" -> provider = once(provider, text(json));
                case "scans" -> scans = once(scans, scans(json));
                case "receivedAt" -> receivedAt = once(receivedAt, instant(json));
                default -> throw new NotPlain();
            }
        }
        boolean whole = json.nextToken() == null && TYPE.equals(type);
        return new ScansReported(
                told(whole ? parcel : null),
                orEmpty(provider),
                scans == null ? List.of() : scans,
                told(receivedAt));
    }

    private static ParcelId parcel(JsonParser json) {
        require(json, JsonToken.START_OBJECT);
        String courier = null;
        String waybill = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            switch (json.currentName()) {
                case "courier" -> courier = once(courier, text(json));
                case "waybill" -> waybill = once(waybill, text(json));
                default -> throw new NotPlain();
            }
        }
        return ParcelId.of(told(courier), told(waybill));
    }

    private static List<Scan> scans(JsonParser json) {
        require(json, JsonToken.START_ARRAY);
        List<Scan> scans = new ArrayList<>();
        JsonToken token = json.nextToken();
        while (token == JsonToken.START_OBJECT) {
            scans.add(scan(json));
            token = json.nextToken();
        }
        if (token != JsonToken.END_ARRAY) {
            throw new NotPlain();
        }
        return scans;
    }

    private static Scan scan(JsonParser json) {
        ScanKind kind = null;
        ProblemReason reason = null;
        Instant happenedAt = null;
        Instant receivedAt = null;
        String place = null;
        String text = null;
        String code = null;
        ScanEvidence evidence = null;
        SignedBy signedBy = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            switch (json.currentName()) {
                case "kind" -> kind = once(kind, constant(KINDS, json));
                case "reason" -> reason = once(reason, constant(REASONS, json));
                case "happenedAt" -> happenedAt = once(happenedAt, instant(json));
                case "receivedAt" -> receivedAt = once(receivedAt, instant(json));
                case "place" -> place = once(place, text(json));
                case "text" -> text = once(text, text(json));
                case "code" -> code = once(code, text(json));
                case "evidence" -> evidence = once(evidence, constant(EVIDENCE, json));
                case "signedBy" -> signedBy = once(signedBy, constant(SIGNERS, json));
                default -> throw new NotPlain();
            }
        }
        return new Scan(
                told(kind),
                reason,
                told(happenedAt),
                told(receivedAt),
                orEmpty(place),
                orEmpty(text),
                orEmpty(code),
                told(evidence),
                signedBy);
    }

    private static String text(JsonParser json) {
        require(json, JsonToken.VALUE_STRING);
        return json.getString();
    }

    private static Instant instant(JsonParser json) {
        Instant instant = told(PlainInstants.read(text(json)));
        if (!SaneTimes.isSane(instant)) {
            throw new NotPlain();
        }
        return instant;
    }

    private static <E> E constant(Map<String, E> constants, JsonParser json) {
        return told(constants.get(text(json)));
    }

    private static void require(JsonParser json, JsonToken token) {
        if (json.nextToken() != token) {
            throw new NotPlain();
        }
    }

    private static <T> T once(@Nullable T before, T now) {
        if (before != null) {
            throw new NotPlain();
        }
        return now;
    }

    private static <T> T told(@Nullable T value) {
        if (value == null) {
            throw new NotPlain();
        }
        return value;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <E extends Enum<E>> Map<String, E> named(E[] constants) {
        return Arrays.stream(constants).collect(Collectors.toMap(Enum::name, Function.identity()));
    }

    /** It is for the mapper. */
    private static final class NotPlain extends RuntimeException {
        private NotPlain() {
            super("not plain", null, false, false);
        }
    }
}
