package io.waybillguard.local.sandbox;

import io.waybillguard.events.json.EventJson;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** ZTO: takes an id once, answers questions, lets go. */
record ZtoDialect(String key, String secret, String callbackUrl) implements Dialect {

    static final String NAME = "zto";

    private static final String COURIER = "ZTO";
    private static final String QUERY = "zto.open.queryInterceptAndReturnStatus";

    private static final String BACK_TO_THE_SENDER = "2";

    private record Body(
            @Nullable String billCode,
            @Nullable String requestId,
            @Nullable String thirdBizNo,
            @Nullable String destinationType) {}

    @Override
    public Answer answer(Call call, CourierDesk desk, Behaviour inForce) {
        if (!key.equals(call.appKey())
                || !Signed.base64(call.body() + secret).equals(call.digest())) {
            return answer(false, "S203", null);
        }
        Body body = call.bodyAs(Body.class);
        String id = String.valueOf(body.requestId());
        String method = call.path().getLast();
        return switch (method) {
            case "zto.open.createIntercept" -> create(body, desk, inForce);
            case "zto.open.cancelIntercept" -> cancel(id, desk);
            case QUERY -> {
                Optional<CourierLine> line = desk.find(COURIER, id);
                yield answer(true, "SYS000", line.map(ZtoDialect::told).orElse(null));
            }
            default -> unreadable();
        };
    }

    private static Answer cancel(String id, CourierDesk desk) {
        boolean released = desk.release(COURIER, id).isPresent();
        return answer(released, released ? "SYS000" : "INTERCEPT_NOT_OPEN", null);
    }

    private Answer create(Body body, CourierDesk desk, Behaviour inForce) {
        if (!BACK_TO_THE_SENDER.equals(body.destinationType())) {
            return unreadable();
        }
        InterceptionOrder order =
                InterceptionOrder.back(
                        body.requestId(), body.billCode(), body.thirdBizNo(), callbackUrl);
        if (inForce.mode() == Mode.DECLINE && desk.find(COURIER, order.requestId()).isEmpty()) {
            return answer(false, "OUT_FOR_DELIVERY", null);
        }
        boolean isNew = desk.take(COURIER, order, NAME, null, inForce).isNew();
        return answer(isNew, isNew ? "SYS000" : "INTERCEPT_EXISTS", null);
    }

    @Override
    public Answer unreadable() {
        return answer(false, "S200", null);
    }

    @Override
    public Answer trouble() {
        return answer(false, "SYS999", null);
    }

    @Override
    public boolean isThanks(String body) {
        return Signed.says(body, "status", "true");
    }

    @Override
    public HttpRequest.Builder callback(CourierLine outcome) {
        String body = EventJson.mapper().writeValueAsString(told(outcome));
        return HttpRequest.newBuilder(URI.create(outcome.callbackUrl()))
                .header("Content-Type", "application/json")
                .header("x-dataDigest", Signed.base64(body + secret))
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    @Override
    public boolean isQuestion(Call call) {
        return call.path().getLast().equals(QUERY);
    }

    private static Map<String, Object> told(CourierLine line) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("billCode", line.waybill());
        told.put("requestId", line.requestId());
        told.put("thirdBizNo", line.orderId());
        told.put("statusName", line.status().chinese());
        return told;
    }

    private static Answer answer(boolean status, String code, @Nullable Object result) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status);
        body.put("statusCode", code);
        body.put("result", result);
        return Answer.json(200, body);
    }
}
