package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.kit.signing.Digests;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * ZTO (中通): what it answers to a question, as a JSON body of its own, signed in a header as our
 * requests are.
 */
record ZtoCallback(List<GatewaySettings> accounts) implements CallbackFormat {

    @Override
    public Heard read(Call call) {
        String text = call.body();
        if (accounts.stream()
                .noneMatch(account ->
                        Digests.same(Digest.base64(text + account.secret()), call.digest()))) {
            return new Unsigned();
        }
        try {
            ZtoDocument.Told told = EventJson.mapper().readValue(text, ZtoDocument.Told.class);
            return told == null ? new Unreadable() : outcome(told, call);
        } catch (JacksonException | IllegalArgumentException e) {
            return new Unreadable();
        }
    }

    private static Heard outcome(ZtoDocument.Told told, Call call) {
        String request = told.requestId();
        String order = told.thirdBizNo();
        String waybill = told.billCode();
        if (request == null || order == null || waybill == null) {
            return new Unreadable();
        }
        return StandingWords.in(told.statusName())
                .<Heard>map(standing ->
                        new Outcome(
                                standing.of(request, order, call.courier(), waybill, call.now())))
                .orElseGet(Unreadable::new);
    }

    @Override
    public String thanks() {
        return "{\"status\":true,\"statusCode\":\"SYS000\",\"message\":\"成功\"}";
    }
}
