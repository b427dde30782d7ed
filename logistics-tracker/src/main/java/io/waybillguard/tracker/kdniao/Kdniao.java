package io.waybillguard.tracker.kdniao;

import io.waybillguard.events.types.ParcelId;
import io.waybillguard.kit.signing.Digests;
import io.waybillguard.tracker.lines.CourierLine;
import io.waybillguard.tracker.lines.LineReader;
import io.waybillguard.tracker.lines.PushLines;
import io.waybillguard.tracker.provider.Account;
import io.waybillguard.tracker.provider.ChineseWords;
import io.waybillguard.tracker.provider.Decoded;
import io.waybillguard.tracker.provider.Decoded.Reason;
import io.waybillguard.tracker.provider.Decoded.Rejected;
import io.waybillguard.tracker.provider.FormBody;
import io.waybillguard.tracker.provider.Json;
import io.waybillguard.tracker.provider.LineLimits;
import io.waybillguard.tracker.provider.Provider;
import io.waybillguard.tracker.provider.Signing;
import io.waybillguard.tracker.provider.Times;
import io.waybillguard.tracker.provider.Webhook;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * KDNiao (快递鸟): a form with the full lists of several parcels, oldest line first. A parcel's
 * overall state sticks and lags behind its lines: of it only the remarks on a silence are read.
 */
public final class Kdniao implements Provider {

    public static final String NAME = "kdniao";

    /** Its names of couriers that are not ours. */
    private static final Map<String, String> COURIERS =
            Map.of("YD", "YUNDA", "JTSD", "JT", "YZPY", "POST", "DBL", "DEPPON");

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final LineReader reader;
    private final Times times;
    private final int mostLines;

    /**
     * The adapter.
     *
     * @param zone of its times, which name none: Beijing's
     * @param mostLines how many lines a push may have
     */
    public Kdniao(LineLimits limits, ZoneId zone, int mostLines) {
        this.reader = new LineReader(KdniaoCodes.TABLE, limits);
        this.times = new Times(zone);
        this.mostLines = mostLines;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Base64 of the hex digits of the MD5 of the data's exact text and the API key. */
    @Override
    public boolean isSigned(Webhook webhook, Account account) {
        FormBody form = FormBody.read(webhook.body()).orElse(null);
        return form != null && Signing.isMadeByOne(account, sign(form), key -> digest(form, key));
    }

    /** Some of its senders escape the signature twice. */
    private static String sign(FormBody form) {
        return form.get("DataSign").strip().replace("%3D", "=").replace("%3d", "=");
    }

    private static String digest(FormBody form, String key) {
        String hex = Digests.hex(Digests.md5(Digests.utf8(form.get("RequestData") + key)));
        return Digests.base64(Digests.utf8(hex));
    }

    @Override
    public Optional<ParcelId> parcelOf(Webhook webhook) {
        PushLines lines = new PushLines(reader, webhook.receivedAt(), mostLines);
        return push(webhook).map(Kdniao::parcels).stream()
                .flatMap(List::stream)
                .flatMap(told -> Stream.ofNullable(parcel(lines, told)))
                .findFirst();
    }

    @Override
    public Decoded decode(Webhook webhook) {
        FormBody form = FormBody.read(webhook.body()).orElse(null);
        if (form == null || form.get("RequestData").isEmpty()) {
            return new Rejected(Reason.BAD_FORM, "no form with RequestData");
        }
        JsonNode push = Json.object(form.get("RequestData")).orElse(null);
        if (push == null) {
            return Json.refusal("RequestData", form.get("RequestData"));
        }
        List<JsonNode> parcels = parcels(push);
        if (parcels.isEmpty()) {
            return new Rejected(Reason.NO_RESULT, "no parcel in Data");
        }
        PushLines lines = new PushLines(reader, webhook.receivedAt(), mostLines);
        parcels.forEach(told -> tell(lines, told, webhook.receivedAt()));
        return lines.decoded();
    }

    private void tell(PushLines lines, JsonNode told, Instant receivedAt) {
        ParcelId parcel = parcel(lines, told);
        if (parcel == null) {
            return;
        }
        for (JsonNode trace : Json.objects(told, "Traces")) {
            lines.line(
                    parcel,
                    new CourierLine(
                            times.read(Json.text(trace, "AcceptTime")),
                            Json.text(trace, "Action"),
                            Json.text(trace, "AcceptStation"),
                            Json.text(trace, "Location")));
        }
        String state = state(told);
        if (KdniaoCodes.TABLE.isRemark(state)) {
            lines.line(parcel, new CourierLine(receivedAt, state, "", ""));
        }
    }

    private static String state(JsonNode told) {
        String fine = Json.text(told, "StateEx");
        return fine.isBlank() ? Json.text(told, "State") : fine;
    }

    private static @Nullable ParcelId parcel(PushLines lines, JsonNode told) {
        String courier = Json.text(told, "ShipperCode").strip().toUpperCase(Locale.ROOT);
        return lines.parcel(
                COURIERS.getOrDefault(courier, courier), Json.text(told, "LogisticCode"));
    }

    private static Optional<JsonNode> push(Webhook webhook) {
        return FormBody.read(webhook.body()).flatMap(form -> Json.object(form.get("RequestData")));
    }

    /** The parcels of a push; a push may also be the one parcel itself. */
    private static List<JsonNode> parcels(JsonNode push) {
        return push.has("LogisticCode") ? List.of(push) : Json.objects(push, "Data");
    }

    @Override
    public Answer answer(Outcome outcome, Webhook webhook) {
        boolean taken = outcome == Outcome.TAKEN;
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("EBusinessID", taken ? customer(webhook) : "");
        answer.put(
                "UpdateTime",
                CLOCK.format(LocalDateTime.ofInstant(webhook.receivedAt(), times.zone())));
        answer.put("Success", taken);
        answer.put("Reason", ChineseWords.of(outcome, ""));
        return new Answer("application/json;charset=UTF-8", Json.write(answer));
    }

    private static String customer(Webhook webhook) {
        return push(webhook).map(push -> Json.text(push, "EBusinessID")).orElse("");
    }
}
