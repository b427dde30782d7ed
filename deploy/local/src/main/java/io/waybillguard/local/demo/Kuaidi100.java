package io.waybillguard.local.demo;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.types.CourierCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes as Kuaidi100 does: a form with a JSON text and a salted signature over that text. */
final class Kuaidi100 {

    static final String CONTENT_TYPE = "application/x-www-form-urlencoded; charset=UTF-8";

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final Map<String, String> COMPANIES =
            Map.of(
                    "ZTO", "zhongtong",
                    "YTO", "yuantong",
                    "STO", "shentong",
                    "YUNDA", "yunda",
                    "JT", "jtexpress",
                    "SF", "shunfeng",
                    "JD", "jd",
                    "EMS", "ems",
                    "POST", "youzhengguonei",
                    "DEPPON", "debangwuliu");

    private Kuaidi100() {}

    /** One line as it is pushed. */
    record Line(LineKind kind, Instant at) {}

    /**
     * The JSON text of a push.
     *
     * @param lines in the order in which they are to stand; not empty
     */
    static String param(Parcel parcel, List<Line> lines) {
        Line latest = latest(lines);
        boolean over = latest.kind() == LineKind.SIGNED || latest.kind() == LineKind.RETURNED;
        ObjectNode push = EventJson.mapper().createObjectNode();
        push.put("status", over ? "shutdown" : "polling").put("billstatus", "").put("message", "");
        ObjectNode result = push.putObject("lastResult");
        result.put("message", "ok").put("nu", parcel.id().waybill());
        result.put("ischeck", over ? "1" : "0").put("com", company(parcel.id().courier()));
        result.put("status", "200").put("condition", over ? "F00" : "00");
        result.put("state", latest.kind().state());
        ArrayNode data = result.putArray("data");
        lines.forEach(line -> write(data.addObject(), parcel, line));
        return push.toString();
    }

    /** The form that carries {@code param}, signed with {@code salt}; null: not signed. */
    static String form(String param, @Nullable String salt) {
        String body = "param=" + encoded(param);
        return salt == null ? body : body + "&sign=" + sign(param, salt);
    }

    /** Upper-case hex of MD5 over the text followed by the salt. */
    static String sign(String param, String salt) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            byte[] digest = md5.digest((param + salt).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    /** Kuaidi100's name of a courier. */
    static String company(CourierCode courier) {
        String name = COMPANIES.get(courier.value());
        if (name == null) {
            throw new IllegalArgumentException("Kuaidi100 has no name for " + courier);
        }
        return name;
    }

    /**
     * The courier of that name, in any case; one that is not known stays as it is.
     *
     * @throws IllegalArgumentException when it cannot be a courier's
     */
    static CourierCode courier(String company) {
        return COMPANIES.entrySet().stream()
                .filter(entry -> entry.getValue().equalsIgnoreCase(company.strip()))
                .map(entry -> new CourierCode(entry.getKey()))
                .findFirst()
                .orElseGet(() -> new CourierCode(company.strip()));
    }

    private static Line latest(List<Line> lines) {
        return lines.stream().max(Comparator.comparing(Line::at)).orElseThrow();
    }

    private static void write(ObjectNode node, Parcel parcel, Line line) {
        String time = TIME.format(line.at().atZone(ZONE));
        node.put("time", time).put("ftime", time);
        node.put("context", line.kind().text(parcel.from(), parcel.to()));
        if (!parcel.trip().inWords()) {
            node.put("status", line.kind().status()).put("statusCode", line.kind().code());
            node.put("location", line.kind().place(parcel.from(), parcel.to()));
            node.putNull("areaCode").putNull("areaName");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
