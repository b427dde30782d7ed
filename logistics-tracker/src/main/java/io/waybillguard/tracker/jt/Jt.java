package io.waybillguard.tracker.jt;

import io.waybillguard.events.types.ParcelId;
import io.waybillguard.kit.signing.Digests;
import io.waybillguard.tracker.lines.CourierLine;
import io.waybillguard.tracker.lines.LineReader;
import io.waybillguard.tracker.lines.Names;
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
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * J&amp;T (极兔): a form with the scan that is new in {@code bizContent}, its signature in a header.
 */
public final class Jt implements Provider {

    public static final String NAME = "jt";

    private static final String COURIER = "JT";
    private static final String DIGEST = "digest";

    private final LineReader reader;
    private final Times times;
    private final int mostLines;

    /**
     * The adapter.
     *
     * @param zone of its times, which name none: Beijing's
     * @param mostLines how many scans a push may have
     */
    public Jt(LineLimits limits, ZoneId zone, int mostLines) {
        this.reader = new LineReader(JtCodes.TABLE, limits);
        this.times = new Times(zone);
        this.mostLines = mostLines;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Base64 of the MD5 of the content's exact text and the private key. */
    @Override
    public boolean isSigned(Webhook webhook, Account account) {
        String content = content(webhook).orElse(null);
        return content != null
                && Signing.isMadeByOne(
                        account,
                        webhook.headers().getOrDefault(DIGEST, "").strip(),
                        key -> Digests.base64(Digests.md5(Digests.utf8(content + key))));
    }

    /** The digest's, and those beside it that say who signed and when. */
    @Override
    public Set<String> signatureHeaders() {
        return Set.of(DIGEST, "apiaccount", "timestamp");
    }

    @Override
    public Optional<ParcelId> parcelOf(Webhook webhook) {
        PushLines lines = new PushLines(reader, webhook.receivedAt(), mostLines);
        return content(webhook).flatMap(Json::object).map(push -> parcel(lines, push));
    }

    @Override
    public Decoded decode(Webhook webhook) {
        String content = content(webhook).orElse(null);
        if (content == null) {
            return new Rejected(Reason.BAD_FORM, "no form with bizContent");
        }
        JsonNode push = Json.object(content).orElse(null);
        if (push == null) {
            return Json.refusal("bizContent", content);
        }
        List<JsonNode> details = details(push);
        if (details.isEmpty()) {
            return new Rejected(Reason.NO_RESULT, "no details");
        }
        PushLines lines = new PushLines(reader, webhook.receivedAt(), mostLines);
        ParcelId parcel = parcel(lines, push);
        if (parcel != null) {
            details.forEach(detail -> lines.line(parcel, line(detail)));
        }
        return lines.decoded();
    }

    /** The form's field; not every sender wraps its JSON in a form. */
    private static Optional<String> content(Webhook webhook) {
        String body = new String(webhook.body(), StandardCharsets.UTF_8);
        return body.stripLeading().startsWith("{")
                ? Optional.of(body)
                : FormBody.read(webhook.body())
                        .map(form -> form.get("bizContent"))
                        .filter(content -> !content.isEmpty());
    }

    private static @Nullable ParcelId parcel(PushLines lines, JsonNode push) {
        return lines.parcel(COURIER, Json.text(push, "billCode"));
    }

    /** The scans; a push may also be the one scan itself. */
    private static List<JsonNode> details(JsonNode push) {
        return push.has("scanTime") ? List.of(push) : Json.objects(push, "details");
    }

    private CourierLine line(JsonNode detail) {
        return new CourierLine(
                times.read(Json.text(detail, "scanTime")),
                code(detail),
                Names.hide(Json.text(detail, "desc"), Json.text(detail, "staffName")),
                Json.text(detail, "scanNetworkName"));
    }

    /** The problem's type where it is known, else the scan's. */
    private static String code(JsonNode detail) {
        String problem = Json.text(detail, "problemType");
        return JtCodes.TABLE.find(problem) == null ? Json.text(detail, "scanType") : problem;
    }

    @Override
    public Answer answer(Outcome outcome, Webhook webhook) {
        return new Answer(
                "application/json;charset=UTF-8",
                "{\"code\":\"%s\",\"msg\":\"%s\"}"
                        .formatted(
                                outcome == Outcome.TAKEN ? "1" : "0",
                                ChineseWords.of(outcome, "success")));
    }
}
