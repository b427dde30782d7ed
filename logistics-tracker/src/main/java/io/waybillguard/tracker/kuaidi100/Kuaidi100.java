package io.waybillguard.tracker.kuaidi100;

import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.kuaidi100.Push.Node;
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
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Kuaidi100 (快递100): a form with the full list of a parcel's lines in every push, signed with the
 * subscriber's salt. Its overall state lags behind the lines and is not read.
 */
public final class Kuaidi100 implements Provider {

    public static final String NAME = "kuaidi100";

    private final LineReader reader;
    private final Times times;
    private final int mostLines;

    /**
     * The adapter.
     *
     * @param zone of its times, which name none: Beijing's
     * @param mostLines how many lines a push may have
     */
    public Kuaidi100(LineLimits limits, ZoneId zone, int mostLines) {
        this.reader = new LineReader(CodeTable.CODES, limits);
        this.times = new Times(zone);
        this.mostLines = mostLines;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isSigned(Webhook webhook, Account account) {
        return isSigned(Form.read(webhook.body()), account);
    }

    private static boolean isSigned(@Nullable Form form, Account account) {
        return form != null
                && Signing.isMadeByOne(
                        account,
                        form.sign().strip().toUpperCase(Locale.ROOT),
                        salt -> Signature.of(form.param(), salt));
    }

    @Override
    public Optional<ParcelId> parcelOf(Webhook webhook) {
        Form form = Form.read(webhook.body());
        if (form == null) {
            return Optional.empty();
        }
        try {
            Push push = PushReader.read(form.param(), 0);
            return Optional.ofNullable(parcel(lines(webhook), push));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    @Override
    public Decoded decode(Webhook webhook) {
        return decode(Form.read(webhook.body()), webhook);
    }

    /** The form is the most of a push and is read once. */
    @Override
    public Decoded decode(Webhook webhook, Account account) {
        Form form = Form.read(webhook.body());
        return account.unsigned() || isSigned(form, account)
                ? decode(form, webhook)
                : NOT_AUTHENTIC;
    }

    private Decoded decode(@Nullable Form form, Webhook webhook) {
        if (form == null) {
            return new Rejected(Reason.BAD_FORM, "no form with a param");
        }
        try {
            return decode(PushReader.read(form.param(), mostLines + 1), lines(webhook));
        } catch (JacksonException e) {
            return Json.refusal("param", e);
        }
    }

    private Decoded decode(Push push, PushLines lines) {
        if (!push.hasResult()) {
            return new Rejected(Reason.NO_RESULT, "no lastResult");
        }
        ParcelId parcel = parcel(lines, push);
        if (parcel != null) {
            if (!push.comOld().isEmpty()) {
                lines.corrected(parcel, Couriers.of(push.comOld()));
            }
            push.nodes().forEach(node -> lines.line(parcel, line(node)));
        }
        return lines.decoded().of(Subscriptions.of(push.status(), push.message()));
    }

    private PushLines lines(Webhook webhook) {
        return new PushLines(reader, webhook.receivedAt(), mostLines);
    }

    private static @Nullable ParcelId parcel(PushLines lines, Push push) {
        return lines.parcel(Couriers.of(push.com()), push.nu());
    }

    private CourierLine line(Node node) {
        Instant time = times.read(node.time());
        return new CourierLine(
                time == null ? times.read(node.ftime()) : time,
                CodeTable.codeOf(node.statusCode(), node.status()),
                node.context(),
                node.areaName());
    }

    @Override
    public Answer answer(Outcome outcome, Webhook webhook) {
        return new Answer(
                "application/json;charset=UTF-8",
                "{\"result\":%s,\"returnCode\":\"%d\",\"message\":\"%s\"}"
                        .formatted(
                                outcome == Outcome.TAKEN,
                                outcome.status(),
                                ChineseWords.of(outcome, "成功")));
    }
}
