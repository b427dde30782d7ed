package io.waybillguard.system.benchmark;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.types.ParcelId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A push as Kuaidi100 sends it. Its last lines name the courier who delivers, with his phone: each
 * of {@value #COURIERS} delivers as many of the parcels.
 */
final class Push {

    static final String ACCOUNT = "bench";
    static final String SALT = "bench-salt";

    private static final int COURIERS = 20_000;
    private static final String SURNAMES = "王李张刘陈杨黄赵周吴";

    private static final Map<String, String> COMPANIES =
            Map.of(
                    "ZTO", "zhongtong",
                    "YTO", "yuantong",
                    "STO", "shentong",
                    "YUNDA", "yunda",
                    "JT", "jtexpress",
                    "SF", "shunfeng",
                    "JD", "jd");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private Push() {}

    /**
     * The form.
     *
     * @param scans all so far, oldest first
     */
    static byte[] body(ParcelId parcel, List<Scan> scans) {
        ObjectNode push = EventJson.mapper().createObjectNode();
        push.put("status", "polling").put("message", "");
        ObjectNode result = push.putObject("lastResult");
        result.put("message", "ok").put("state", "0").put("status", "200").put("condition", "00");
        String courier = parcel.courier().value();
        result.put("com", COMPANIES.getOrDefault(courier, courier)).put("nu", parcel.waybill());
        ArrayNode data = result.putArray("data");
        for (Scan scan : scans.reversed()) {
            String time = TIME.format(scan.happenedAt());
            data.addObject()
                    .put("context", told(parcel, scan))
                    .put("time", time)
                    .put("ftime", time)
                    .put("statusCode", code(scan.kind()))
                    .put("areaName", scan.place());
        }
        String param = push.toString();
        String form = "param=" + encoded(param) + "&sign=" + sign(param);
        return form.getBytes(StandardCharsets.UTF_8);
    }

    private static String told(ParcelId parcel, Scan scan) {
        int courier = Math.floorMod(parcel.hashCode(), COURIERS);
        String named =
                "，快递员%s师傅，电话%d"
                        .formatted(
                                SURNAMES.charAt(courier % SURNAMES.length()),
                                13_800_000_000L + courier);
        return switch (scan.kind()) {
            case OUT_FOR_DELIVERY, SIGNED -> scan.text() + named;
            default -> scan.text();
        };
    }

    private static String code(ScanKind kind) {
        return switch (kind) {
            case COLLECTED -> "103";
            case DEPARTED -> "1002";
            case AT_DESTINATION -> "1001";
            case OUT_FOR_DELIVERY -> "5";
            case SIGNED -> "301";
            case PROBLEM -> "208";
            default -> "0";
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String sign(String param) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5")
                            .digest((param + SALT).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
