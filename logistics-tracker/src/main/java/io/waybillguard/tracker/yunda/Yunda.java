package io.waybillguard.tracker.yunda;

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
import io.waybillguard.tracker.provider.Json;
import io.waybillguard.tracker.provider.LineLimits;
import io.waybillguard.tracker.provider.Provider;
import io.waybillguard.tracker.provider.Signing;
import io.waybillguard.tracker.provider.Times;
import io.waybillguard.tracker.provider.Webhook;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Yunda (韵达): JSON with the scan that is new, or with the list of them in {@code steps}, its
 * signature in a header. Its fields and its signature are not confirmed by a real push.
 */
public final class Yunda implements Provider {

    public static final String NAME = "yunda";

    private static final String COURIER = "YUNDA";
    private static final String SIGN = "sign";

    private final LineReader reader;
    private final Times times;
    private final int mostLines;

    /**
     * The adapter.
     *
     * @param zone of its times, which name none: Beijing's
     * @param mostLines how many scans a push may have
     */
    public Yunda(LineLimits limits, ZoneId zone, int mostLines) {
        this.reader = new LineReader(YundaCodes.TABLE, limits);
        this.times = new Times(zone);
        this.mostLines = mostLines;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** The hex MD5 of the body's exact bytes, {@code _} and the secret. */
    @Override
    public boolean isSigned(Webhook webhook, Account account) {
        return Signing.isMadeByOne(
                account,
                webhook.headers().getOrDefault(SIGN, "").strip().toLowerCase(Locale.ROOT),
                secret -> digest(webhook, secret));
    }

    private static String digest(Webhook webhook, String secret) {
        byte[] signed = Signing.joined(webhook.body(), Digests.utf8("_" + secret));
        return Digests.hex(Digests.md5(signed));
    }

    /** The signature's, and those beside it that say who signed and when. */
    @Override
    public Set<String> signatureHeaders() {
        return Set.of(SIGN, "app-key", "req-time");
    }

    @Override
    public Optional<ParcelId> parcelOf(Webhook webhook) {
        PushLines lines = new PushLines(reader, webhook.receivedAt(), mostLines);
        return Json.object(webhook.body()).map(push -> parcel(lines, push));
    }

    @Override
    public Decoded decode(Webhook webhook) {
        JsonNode push = Json.object(webhook.body()).orElse(null);
        if (push == null) {
            return Json.refusal("the body", webhook.body());
        }
        List<JsonNode> steps = steps(push);
        if (steps.isEmpty()) {
            return new Rejected(Reason.NO_RESULT, "neither a time nor steps");
        }
        PushLines lines = new PushLines(reader, webhook.receivedAt(), mostLines);
        ParcelId parcel = parcel(lines, push);
        if (parcel != null) {
            steps.forEach(step -> lines.line(parcel, line(step)));
        }
        return lines.decoded();
    }

    private static @Nullable ParcelId parcel(PushLines lines, JsonNode push) {
        return lines.parcel(COURIER, Json.text(push, "mailno"));
    }

    private static List<JsonNode> steps(JsonNode push) {
        return push.has("time") ? List.of(push) : Json.objects(push, "steps");
    }

    private CourierLine line(JsonNode step) {
        return new CourierLine(
                times.read(Json.text(step, "time")),
                code(step),
                Json.text(step, "description"),
                Json.text(step, "station_name"));
    }

    /** The action, else the status. */
    private static String code(JsonNode step) {
        String action = Json.text(step, "action");
        return action.isBlank() ? Json.text(step, "status") : action;
    }

    @Override
    public Answer answer(Outcome outcome, Webhook webhook) {
        boolean taken = outcome == Outcome.TAKEN;
        return new Answer(
                "application/json;charset=UTF-8",
                "{\"result\":%s,\"code\":\"%s\",\"message\":\"%s\"}"
                        .formatted(
                                taken,
                                taken ? "0000" : outcome.status(),
                                ChineseWords.of(outcome, "请求成功")));
    }
}
