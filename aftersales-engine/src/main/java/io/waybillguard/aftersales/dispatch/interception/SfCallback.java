package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.kit.signing.Digests;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * SF (顺丰): a form of {@code msgData}, {@code timestamp} and {@code msgDigest}, signed as our
 * requests are. That it names our request and order is not confirmed by a second source: where it
 * does not, the parcel's scans tell of the interception.
 */
record SfCallback(List<GatewaySettings> accounts) implements CallbackFormat {

    private record Message(
            @Nullable String waybillNo,
            @Nullable String requestId,
            @Nullable String orderId,
            @Nullable String statusName) {}

    @Override
    public Heard read(Call call) {
        try {
            Form form = Form.of(call.body());
            String text = form.get("msgData");
            String time = form.get("timestamp");
            if (text == null || time == null || !isSigned(text, time, form.get("msgDigest"))) {
                return new Unsigned();
            }
            Message message = EventJson.mapper().readValue(text, Message.class);
            return message == null ? new Unreadable() : outcome(message, call);
        } catch (JacksonException | IllegalArgumentException e) {
            return new Unreadable();
        }
    }

    private boolean isSigned(String text, String time, @Nullable String digest) {
        return accounts.stream()
                .anyMatch(account ->
                        Digests.same(SfDocument.digest(text, time, account.secret()), digest));
    }

    private static Heard outcome(Message message, Call call) {
        String request = message.requestId();
        String order = message.orderId();
        String waybill = message.waybillNo();
        if (request == null || order == null || waybill == null) {
            return new Unreadable();
        }
        return StandingWords.in(message.statusName())
                .<Heard>map(standing ->
                        new Outcome(
                                standing.of(request, order, call.courier(), waybill, call.now())))
                .orElseGet(Unreadable::new);
    }

    @Override
    public String thanks() {
        return "{\"return_code\":\"0000\",\"return_msg\":\"成功\"}";
    }
}
