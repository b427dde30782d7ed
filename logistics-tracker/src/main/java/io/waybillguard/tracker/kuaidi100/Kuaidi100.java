package io.waybillguard.tracker.kuaidi100;

import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.kuaidi100.LineDecoder.Line;
import io.waybillguard.tracker.kuaidi100.Push.Node;
import io.waybillguard.tracker.provider.Account;
import io.waybillguard.tracker.provider.Arrival;
import io.waybillguard.tracker.provider.Decoded;
import io.waybillguard.tracker.provider.Decoded.Accepted;
import io.waybillguard.tracker.provider.Decoded.PassedOver;
import io.waybillguard.tracker.provider.Decoded.Reason;
import io.waybillguard.tracker.provider.Decoded.Rejected;
import io.waybillguard.tracker.provider.Provider;
import io.waybillguard.tracker.provider.Webhook;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Kuaidi100 (快递100): a form with the full list of a parcel's lines in every push, signed with the
 * subscriber's salt. Its overall state lags behind the lines and is not read.
 */
public final class Kuaidi100 implements Provider {

    public static final String NAME = "kuaidi100";

    private final LineDecoder lines;

    /**
     * The adapter.
     *
     * @param zone of its times, which name none: Beijing's
     */
    public Kuaidi100(ZoneId zone, Arrival arrival) {
        this.lines = new LineDecoder(zone, arrival);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isAuthentic(Webhook webhook, Account account) {
        if (account.unsigned()) {
            return true;
        }
        Form form = Form.read(webhook.body());
        return form != null && Signature.isMadeByOne(form.sign(), form.param(), account.secrets());
    }

    @Override
    public Optional<ParcelId> parcelOf(Webhook webhook) {
        Form form = Form.read(webhook.body());
        if (form == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(parcel(PushReader.read(form.param())));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    @Override
    public Decoded decode(Webhook webhook) {
        Form form = Form.read(webhook.body());
        if (form == null) {
            return new Rejected(Reason.BAD_FORM, "no form with a param");
        }
        try {
            return decode(PushReader.read(form.param()), webhook.receivedAt());
        } catch (JacksonException e) {
            return new Rejected(Reason.NOT_JSON, "param is no JSON object");
        }
    }

    private Decoded decode(Push push, Instant receivedAt) {
        if (!push.hasResult()) {
            return new Rejected(Reason.NO_RESULT, "no lastResult");
        }
        ParcelId parcel = parcel(push);
        if (parcel == null) {
            return new Rejected(Reason.BAD_PARCEL, "com and nu are no courier and waybill");
        }
        List<Scan> scans = new ArrayList<>();
        List<PassedOver> passed = new ArrayList<>();
        for (Node node : push.nodes()) {
            switch (lines.decode(node, receivedAt)) {
                case Line.Told(var scan) -> scans.add(scan);
                case Line.Passed(var because) -> passed.add(because);
            }
        }
        boolean allBad =
                scans.isEmpty() && !passed.isEmpty() && !passed.contains(PassedOver.REMARK);
        return allBad
                ? new Rejected(Reason.NO_USABLE_SCAN, "first: " + passed.getFirst().label())
                : new Accepted(parcel, scans, passed);
    }

    private static @Nullable ParcelId parcel(Push push) {
        try {
            return new ParcelId(Couriers.of(push.com()), push.nu());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public Answer answer(Outcome outcome, Webhook webhook) {
        return new Answer(
                "application/json;charset=UTF-8",
                "{\"result\":%s,\"returnCode\":\"%d\",\"message\":\"%s\"}"
                        .formatted(outcome == Outcome.TAKEN, outcome.status(), message(outcome)));
    }

    private static String message(Outcome outcome) {
        return switch (outcome) {
            case TAKEN -> "成功";
            case UNKNOWN_ACCOUNT -> "未知账号";
            case NOT_AUTHENTIC -> "签名错误";
            case TOO_LARGE -> "内容过大";
            case NOT_WRITTEN -> "暂时无法接收";
        };
    }
}
