package io.waybillguard.tracker.sto;

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
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * STO (申通): a form with one scan in every push ({@code STO_TRACE_PLATFORM_PUSH}), pushed again with
 * the same {@code outBizCode} where the answer was late: the same scan, which a parcel knows.
 */
public final class Sto implements Provider {

    public static final String NAME = "sto";

    private static final String COURIER = "STO";

    private final LineReader reader;
    private final Times times;
    private final int mostLines;

    /**
     * The adapter.
     *
     * @param zone of its times, which name none: Beijing's
     * @param mostLines how many scans a push may have; it has one
     */
    public Sto(LineLimits limits, ZoneId zone, int mostLines) {
        this.reader = new LineReader(StoCodes.TABLE, limits);
        this.times = new Times(zone);
        this.mostLines = mostLines;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Base64 of the MD5 of the content's exact text and the secret; not confirmed. */
    @Override
    public boolean isSigned(Webhook webhook, Account account) {
        FormBody form = FormBody.read(webhook.body()).orElse(null);
        return form != null
                && Signing.isMadeByOne(account, digest(form), secret -> digest(form, secret));
    }

    /** An unescaped + of Base64 is a blank in a form. */
    private static String digest(FormBody form) {
        return form.get("data_digest").strip().replace(' ', '+');
    }

    private static String digest(FormBody form, String secret) {
        return Digests.base64(Digests.md5(Digests.utf8(form.get("content") + secret)));
    }

    @Override
    public Optional<ParcelId> parcelOf(Webhook webhook) {
        PushLines lines = new PushLines(reader, webhook.receivedAt(), mostLines);
        return FormBody.read(webhook.body())
                .flatMap(form -> Json.object(form.get("content")))
                .map(push -> parcel(lines, push));
    }

    @Override
    public Decoded decode(Webhook webhook) {
        FormBody form = FormBody.read(webhook.body()).orElse(null);
        if (form == null || form.get("content").isEmpty()) {
            return new Rejected(Reason.BAD_FORM, "no form with content");
        }
        JsonNode push = Json.object(form.get("content")).orElse(null);
        if (push == null) {
            return Json.refusal("content", form.get("content"));
        }
        JsonNode trace = push.path("trace");
        if (!trace.isObject()) {
            return new Rejected(Reason.NO_RESULT, "no trace");
        }
        PushLines lines = new PushLines(reader, webhook.receivedAt(), mostLines);
        ParcelId parcel = parcel(lines, push);
        if (parcel != null) {
            lines.line(parcel, line(trace));
        }
        return lines.decoded();
    }

    private static @Nullable ParcelId parcel(PushLines lines, JsonNode push) {
        return lines.parcel(COURIER, Json.text(push, "waybillNo"));
    }

    private CourierLine line(JsonNode trace) {
        return new CourierLine(
                times.read(Json.text(trace, "opTime")),
                Json.text(trace, "scanType"),
                words(trace),
                Json.text(trace, "opOrgName"));
    }

    /** The line, and what is wrong where it does not say so itself; without the names beside it. */
    private static String words(JsonNode trace) {
        String memo = Json.text(trace, "memo");
        String issue = Json.text(trace, "issueName").strip();
        String words = issue.isEmpty() || memo.contains(issue) ? memo : memo + "（" + issue + "）";
        return Names.hide(
                words,
                Json.text(trace, "opEmpName"),
                Json.text(trace, "bizEmpName"),
                Json.text(trace, "signoffPeople"));
    }

    @Override
    public Answer answer(Outcome outcome, Webhook webhook) {
        return new Answer(
                "application/json;charset=UTF-8",
                "{\"success\":\"%s\",\"errorCode\":\"%s\",\"errorMsg\":\"%s\",\"needRetry\":\"%s\"}"
                        .formatted(
                                outcome == Outcome.TAKEN,
                                outcome == Outcome.TAKEN ? "" : outcome.status(),
                                ChineseWords.of(outcome, ""),
                                outcome == Outcome.NOT_WRITTEN));
    }
}
