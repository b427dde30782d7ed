package io.waybillguard.local.sandbox;

import io.waybillguard.events.json.EventJson;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SF: takes an id once, lets one interception of an order succeed, lets go, answers nothing. */
record SfDialect(String key, String secret, String callbackUrl) implements Dialect {

    static final String NAME = "sf";

    private static final String COURIER = "SF";

    private static final String SERVICE = "EXP_RECE_WANTED_INTERCEPT";
    private static final String BACK_TO_THE_SENDER = "2";

    private record Message(
            @Nullable String waybillNo,
            @Nullable String orderId,
            @Nullable String serviceCode,
            @Nullable Boolean cancel) {}

    @Override
    public Answer answer(Call call, CourierDesk desk, Behaviour inForce) {
        Map<String, String> form = Signed.form(call.body());
        String text = String.valueOf(form.get("msgData"));
        if (!digest(text, String.valueOf(form.get("timestamp"))).equals(form.get("msgDigest"))) {
            return platform("A1006");
        }
        if (!key.equals(form.get("partnerID")) || !SERVICE.equals(form.get("serviceCode"))) {
            return platform("A1004");
        }
        Message message = Call.read(text, Message.class);
        if (!BACK_TO_THE_SENDER.equals(message.serviceCode())) {
            return unreadable();
        }
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
                : platform("A1007");
    }

    @Override
    public Answer unreadable() {
        return platform("A1001");
    }

    @Override
    public Answer trouble() {
        return platform("A1009");
    }

    @Override
    public boolean isThanks(String body) {
        return Signed.says(body, "return_code", "0000");
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

    /** What stands before the services says so itself. */
    private static Answer platform(String code) {
        return Answer.json(200, Map.of("apiResultCode", code));
    }

    private static Answer result(String code) {
        String data =
                EventJson.mapper()
                        .writeValueAsString(
                                Map.of("success", code.equals("S0000"), "errorCode", code));
        return Answer.json(200, Map.of("apiResultCode", "A1000", "apiResultData", data));
    }
}
