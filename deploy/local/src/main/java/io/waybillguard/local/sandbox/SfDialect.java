package io.waybillguard.local.sandbox;

import io.waybillguard.events.json.EventJson;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SF: takes an id once, lets one interception of an order succeed, lets go, answers nothing. */
record SfDialect(String secret, String callbackUrl) implements Dialect {

    static final String NAME = "sf";

    private static final String COURIER = "SF";

    private record Message(
            @Nullable String waybillNo, @Nullable String orderId, @Nullable Boolean cancel) {}

    @Override
    public Answer answer(Call call, CourierDesk desk, Behaviour inForce) {
        Map<String, String> form = Signed.form(call.body());
        String text = String.valueOf(form.get("msgData"));
        if (!digest(text, String.valueOf(form.get("timestamp"))).equals(form.get("msgDigest"))) {
            return Answer.json(200, Map.of("apiResultCode", "A1006"));
        }
        Message message = EventJson.mapper().readValue(text, Message.class);
        String id = String.valueOf(form.get("requestID"));
        if (Boolean.TRUE.equals(message.cancel())) {
            String cancelled = id.replaceFirst("-cancel$", "");
            return result(desk.release(COURIER, cancelled).isPresent() ? "S0000" : "NOT_OPEN");
        }
        InterceptionOrder order =
                InterceptionOrder.back(id, message.waybillNo(), message.orderId(), callbackUrl);
        if (desk.succeededBefore(COURIER, order.orderId(), id)) {
            return result("ONE_SUCCESS_ONLY");
        }
        if (inForce.mode() == Mode.DECLINE && desk.find(COURIER, id).isEmpty()) {
            return result("OUT_FOR_DELIVERY");
        }
        return desk.take(COURIER, order, NAME, null, inForce).isNew()
                ? result("S0000")
                : Answer.json(200, Map.of("apiResultCode", "A1007"));
    }

    @Override
    public HttpRequest.Builder callback(CourierLine outcome) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("waybillNo", outcome.waybill());
        message.put("requestId", outcome.requestId());
        message.put("orderId", outcome.orderId());
        message.put("statusName", outcome.status().chinese());
        String text = EventJson.mapper().writeValueAsString(message);
        String time = Long.toString(outcome.at().toEpochMilli());
        String form =
                "msgData="
                        + Signed.encoded(text)
                        + "&timestamp="
                        + time
                        + "&msgDigest="
                        + Signed.encoded(digest(text, time));
        return HttpRequest.newBuilder(URI.create(outcome.callbackUrl()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private String digest(String text, String time) {
        return Signed.base64(Signed.encoded(text + time + secret));
    }

    private static Answer result(String code) {
        String data =
                EventJson.mapper()
                        .writeValueAsString(
                                Map.of("success", code.equals("S0000"), "errorCode", code));
        return Answer.json(200, Map.of("apiResultCode", "A1000", "apiResultData", data));
    }
}
