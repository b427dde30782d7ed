package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.aftersales.dispatch.TestServer;
import io.waybillguard.events.json.EventJson;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * ZTO, SF and Kuaidi100 as they are documented, each with a book: what is not signed as it should
 * be is refused, what is asked for twice is known.
 */
final class TestProviders extends TestServer {

    static final String KEY = "an-app";
    static final String SECRET = "a-secret";

    /** What was taken, by waybill: once each. */
    private final Map<String, JsonNode> book = new ConcurrentHashMap<>();

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> released = new CopyOnWriteArrayList<>();
    private volatile String statusName = "拦截中";
    private volatile @Nullable Answer always;

    /** The waybills of what was taken. */
    List<String> taken() {
        return taken;
    }

    /** The waybills of what was let go. */
    List<String> released() {
        return released;
    }

    /** Where every request stands from now on, in words. */
    void stand(String words) {
        statusName = words;
    }

    /** Whatever it is asked from now on. */
    void answers(String body) {
        always = Answer.of(200, body);
    }

    @Override
    protected Answer post(Post post) {
        if (always != null) {
            return always;
        }
        String path = post.path();
        String body =
                path.startsWith("/zto/")
                        ? zto(path, post)
                        : path.equals("/sf") ? sf(form(post.body())) : kuaidi100(form(post.body()));
        return Answer.of(200, body);
    }

    private String zto(String path, Post post) {
        if (!base64(md5(post.body() + SECRET)).equals(post.key())) {
            return "{\"status\":false,\"statusCode\":\"S203\",\"message\":\"签名错误\"}";
        }
        JsonNode body = EventJson.mapper().readTree(post.body());
        String waybill = body.get("billCode").asString();
        JsonNode before = book.get(waybill);
        if (path.endsWith("createIntercept")) {
            return isTaken(waybill, body)
                    ? "{\"status\":true,\"statusCode\":\"SYS000\",\"message\":\"ok\"}"
                    : "{\"status\":false,\"statusCode\":\"INTERCEPT_EXISTS\"}";
        }
        if (before == null) {
            return path.endsWith("cancelIntercept")
                    ? "{\"status\":false,\"statusCode\":\"INTERCEPT_NOT_FOUND\"}"
                    : "{\"status\":true,\"statusCode\":\"SYS000\",\"result\":null}";
        }
        if (path.endsWith("cancelIntercept")) {
            released.add(waybill);
            return "{\"status\":true,\"statusCode\":\"SYS000\"}";
        }
        return """
        {"status":true,"statusCode":"SYS000","result":{"billCode":"%s","requestId":"%s",\
        "thirdBizNo":"%s","serviceCode":"2","status":9,"statusName":"%s"}}\
        """
                .formatted(
                        waybill,
                        before.get("requestId").asString(),
                        before.get("thirdBizNo").asString(),
                        statusName);
    }

    private String sf(Map<String, String> form) {
        String text = form.get("msgData");
        String signed =
                URLEncoder.encode(text + form.get("timestamp") + SECRET, StandardCharsets.UTF_8);
        if (!base64(md5(signed)).equals(form.get("msgDigest"))
                || !KEY.equals(form.get("partnerID"))) {
            return "{\"apiResultCode\":\"A1006\",\"apiErrorMsg\":\"数字签名无效\"}";
        }
        JsonNode message = EventJson.mapper().readTree(text);
        String waybill = message.get("waybillNo").asString();
        if (message.get("cancel").asBoolean()) {
            released.add(waybill);
            return sfResult("{\\\"success\\\":true,\\\"errorCode\\\":\\\"S0000\\\"}");
        }
        return isTaken(waybill, message)
                ? sfResult(
                        "{\\\"success\\\":true,\\\"errorCode\\\":\\\"S0000\\\",\\\"msgData\\\":{}}")
                : "{\"apiResultCode\":\"A1007\"}";
    }

    private static String sfResult(String data) {
        return "{\"apiResultCode\":\"A1000\",\"apiResultData\":\"" + data + "\"}";
    }

    private String kuaidi100(Map<String, String> form) {
        String text = form.get("param");
        String signed =
                HexFormat.of().withUpperCase().formatHex(md5(text + form.get("t") + KEY + SECRET));
        if (!signed.equals(form.get("sign")) || !"interceptOrder".equals(form.get("method"))) {
            return "{\"result\":false,\"returnCode\":\"503\",\"message\":\"验证签名失败\"}";
        }
        JsonNode param = EventJson.mapper().readTree(text);
        isTaken(param.get("kuaidinum").asString(), param);
        return "{\"result\":true,\"returnCode\":\"200\",\"message\":\"提交成功\"}";
    }

    /** What was taken for {@code waybill}. */
    JsonNode taken(String waybill) {
        return book.get(waybill);
    }

    private boolean isTaken(String waybill, JsonNode request) {
        boolean isNew = book.putIfAbsent(waybill, request) == null;
        if (isNew) {
            taken.add(waybill);
        }
        return isNew;
    }

    @Override
    protected Answer get(String path) {
        return Answer.of(404, "{}");
    }

    static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    static byte[] md5(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
