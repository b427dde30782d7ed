package io.waybillguard.tracker.sf;

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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * SF (顺丰): only what is new in every push, of several parcels, not in order of time; a form with
 * {@code content} in XML, or JSON. A push is sent three times and then dropped.
 */
public final class Sf implements Provider {

    public static final String NAME = "sf";

    private static final String COURIER = "SF";

    private final LineReader reader;
    private final Times times;
    private final int mostLines;

    /**
     * The adapter.
     *
     * @param zone of its times, which name none: Beijing's
     * @param mostLines how many routes a push may have
     */
    public Sf(LineLimits limits, ZoneId zone, int mostLines) {
        this.reader = new LineReader(SfCodes.TABLE, limits);
        this.times = new Times(zone);
        this.mostLines = mostLines;
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * Base64 of the MD5 of the message's exact text, the time stamp where there is one, and the
     * check word. The oldest pushes have no signature: an unsigned account.
     */
    @Override
    public boolean isSigned(Webhook webhook, Account account) {
        Message message = Message.read(webhook).orElse(null);
        return message != null
                && Signing.isMadeByOne(
                        account, message.sign(), checkword -> digest(message, checkword));
    }

    private static String digest(Message message, String checkword) {
        String signed = message.text() + message.timestamp() + checkword;
        return Digests.base64(Digests.md5(Digests.utf8(signed)));
    }

    @Override
    public Set<String> signatureHeaders() {
        return Message.HEADERS;
    }

    @Override
    public Optional<ParcelId> parcelOf(Webhook webhook) {
        PushLines lines = new PushLines(reader, webhook.receivedAt(), mostLines);
        return Message.read(webhook).flatMap(Message::routes).stream()
                .flatMap(List::stream)
                .flatMap(route -> Stream.ofNullable(lines.parcel(COURIER, route.waybill())))
                .findFirst();
    }

    @Override
    public Decoded decode(Webhook webhook) {
        Message message = Message.read(webhook).orElse(null);
        if (message == null) {
            return new Rejected(Reason.BAD_FORM, "neither XML, nor JSON, nor a form with content");
        }
        List<Route> routes = message.routes().orElse(null);
        if (routes == null) {
            return message.isJson()
                    ? Json.refusal("content", message.text())
                    : new Rejected(Reason.NOT_XML, "content is no XML without a document type");
        }
        if (routes.isEmpty()) {
            return new Rejected(Reason.NO_RESULT, "no WaybillRoute");
        }
        PushLines lines = new PushLines(reader, webhook.receivedAt(), mostLines);
        for (Route route : routes) {
            @Nullable ParcelId parcel = lines.parcel(COURIER, route.waybill());
            if (parcel != null) {
                lines.line(parcel, line(route));
            }
        }
        return lines.decoded();
    }

    private CourierLine line(Route route) {
        return new CourierLine(
                times.read(route.time()), route.opCode(), route.remark(), route.address());
    }

    @Override
    public Answer answer(Outcome outcome, Webhook webhook) {
        boolean taken = outcome == Outcome.TAKEN;
        if (Message.isJson(webhook)) {
            return new Answer(
                    "application/json;charset=UTF-8",
                    "{\"return_code\":\"%s\",\"return_msg\":\"%s\"}"
                            .formatted(taken ? "0000" : "1000", ChineseWords.of(outcome, "成功")));
        }
        return new Answer(
                "text/xml;charset=UTF-8",
                "<Response service=\"RoutePushService\"><Head>%s</Head></Response>"
                        .formatted(taken ? "OK" : "ERR"));
    }
}
