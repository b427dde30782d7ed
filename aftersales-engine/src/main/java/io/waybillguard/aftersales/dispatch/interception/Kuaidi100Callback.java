package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.kit.signing.Digests;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Kuaidi100 (快递100): a form of {@code param} and {@code sign}. What it is about stands in the
 * address it was given, and in the salt that it signs with. Its numbers are not confirmed by a
 * second source: the words beside them are read.
 */
record Kuaidi100Callback(List<GatewaySettings> accounts) implements CallbackFormat {

    /** What the signed text says; its words stand in one or the other. */
    private record Param(
            @Nullable String kuaidinum, @Nullable String statusName, @Nullable String message) {
        Optional<Standing> standing() {
            return StandingWords.in(statusName).or(() -> StandingWords.in(message));
        }
    }

    @Override
    public Heard read(Call call) {
        try {
            Form form = Form.of(call.body());
            String text = form.get("param");
            String order = call.query().get("order");
            String request = call.query().get("request");
            if (text == null || order == null || request == null) {
                return new Unsigned();
            }
            Param param = EventJson.mapper().readValue(text, Param.class);
            String waybill = param == null ? null : param.kuaidinum();
            if (waybill == null || !isSigned(text, form.get("sign"), order, request, waybill)) {
                return new Unsigned();
            }
            return param.standing()
                    .<Heard>map(standing ->
                            new Outcome(
                                    standing.of(
                                            request, order, call.courier(), waybill, call.now())))
                    .orElseGet(Unreadable::new);
        } catch (JacksonException | IllegalArgumentException e) {
            return new Unreadable();
        }
    }

    private boolean isSigned(
            String text, @Nullable String sign, String order, String request, String waybill) {
        return accounts.stream()
                        .map(account -> Kuaidi100Document.salt(account, order, request, waybill))
                        .map(salt -> Digest.upperHex(text + salt))
                        .filter(expected -> Digests.same(expected, sign))
                        .count()
                > 0;
    }

    @Override
    public String thanks() {
        return "{\"result\":true,\"returnCode\":\"200\",\"message\":\"成功\"}";
    }
}
