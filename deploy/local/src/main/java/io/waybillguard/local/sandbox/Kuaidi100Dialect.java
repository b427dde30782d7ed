package io.waybillguard.local.sandbox;

import io.waybillguard.events.json.EventJson;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kuaidi100: takes requests for many couriers, and answers nothing. */
record Kuaidi100Dialect(String key, String secret) implements Dialect {

    static final String NAME = "kuaidi100";

    private static final String METHOD = "interceptOrder";
    private static final String BACK_TO_THE_SENDER = "RETURN_SEND_ADDR";

    /** What its codes mean, in its words. */
    private static final Map<String, String> WORDS =
            Map.of(
                    "200", "提交成功",
                    "400", "提交的数据不完整，或者无法拦截",
                    "500", "服务器错误",
                    "503", "验证签名失败");

    private static final Map<String, String> COURIERS =
            Map.of(
                    "zhongtong", "ZTO",
                    "yuantong", "YTO",
                    "shentong", "STO",
                    "jtexpress", "JT",
                    "yunda", "YUNDA",
                    "shunfeng", "SF",
                    "jd", "JD",
                    "ems", "EMS",
                    "debangwuliu", "DEPPON");

    private record Param(
            @Nullable String callbackUrl,
            @Nullable String kuaidicom,
            @Nullable String kuaidinum,
            @Nullable String orderId,
            @Nullable String interceptType,
            @Nullable String salt) {}

    @Override
    public Answer answer(Call call, CourierDesk desk, Behaviour inForce) {
        Map<String, String> form = Signed.form(call.body());
        String text = String.valueOf(form.get("param"));
        String sign = Signed.upperHex(text + form.get("t") + key + secret);
        if (!key.equals(form.get("key")) || !sign.equals(form.get("sign"))) {
            return answer("503");
        }
        Param param = Call.read(text, Param.class);
        String courier = COURIERS.get(String.valueOf(param.kuaidicom()));
        if (courier == null
                || !METHOD.equals(form.get("method"))
                || !BACK_TO_THE_SENDER.equals(param.interceptType())) {
            return answer("400");
        }
        String callback = String.valueOf(param.callbackUrl());
        String query = String.valueOf(URI.create(callback).getRawQuery());
        InterceptionOrder order =
                InterceptionOrder.back(
                        param.orderId(),
                        param.kuaidinum(),
                        Signed.form(query).get("order"),
                        callback);
        if (inForce.mode() == Mode.DECLINE && desk.find(courier, order.requestId()).isEmpty()) {
            return answer("400");
        }
        desk.take(courier, order, NAME, param.salt(), inForce);
        return answer("200");
    }

    @Override
    public Answer unreadable() {
        return answer("400");
    }

    @Override
    public Answer trouble() {
        return answer("500");
    }

    @Override
    public boolean isThanks(String body) {
        return Signed.says(body, "result", "true") && Signed.says(body, "returnCode", "200");
    }

    @Override
    public HttpRequest.Builder callback(CourierLine outcome) {
        Map<String, Object> param = new LinkedHashMap<>();
        param.put("kuaidinum", outcome.waybill());
        param.put("message", outcome.status().chinese());
        String text = EventJson.mapper().writeValueAsString(param);
        String form =
                "param=" + Signed.encoded(text) + "&sign=" + Signed.upperHex(text + outcome.salt());
        return HttpRequest.newBuilder(URI.create(outcome.callbackUrl()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private static Answer answer(String code) {
        return Answer.json(
                200,
                Map.of(
                        "result",
                        code.equals("200"),
                        "returnCode",
                        code,
                        "message",
                        WORDS.getOrDefault(code, "")));
    }
}
