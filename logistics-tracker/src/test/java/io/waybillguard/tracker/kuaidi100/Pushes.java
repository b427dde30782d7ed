package io.waybillguard.tracker.kuaidi100;

import io.waybillguard.tracker.provider.Webhook;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Pushes as Kuaidi100 writes them. */
public final class Pushes {

    public static final String SALT = "s4lt";
    public static final Instant ARRIVED = Instant.parse("2026-11-12T04:00:00Z");

    private Pushes() {}

    /** A node with a code. */
    public static String node(String time, String context, String code, String status) {
        return """
        {"time":"%s","ftime":"%s","context":"%s","status":"%s","statusCode":"%s","areaName":null,\
        "areaCode":null,"location":""}\
        """
                .formatted(time, time, context, status, code);
    }

    /** A node with nothing but words. */
    public static String words(String time, String context) {
        return "{\"time\":\"%s\",\"ftime\":\"%s\",\"context\":\"%s\"}"
                .formatted(time, time, context);
    }

    /** The JSON text of a push; nodes as given. */
    public static String push(String com, String nu, String state, String... nodes) {
        return """
        {"status":"polling","billstatus":"got","message":"","autoCheck":"0","comOld":"","comNew":"",\
        "lastResult":{"message":"ok","state":"%s","status":"200","condition":"00","ischeck":"0",\
        "com":"%s","nu":"%s","data":[%s]}}\
        """
                .formatted(state, com, nu, String.join(",", nodes));
    }

    /** The push of a courier that was corrected. */
    public static String corrected(String push, String comOld, String comNew) {
        return push.replace(
                "\"autoCheck\":\"0\",\"comOld\":\"\",\"comNew\":\"\"",
                "\"autoCheck\":\"1\",\"comOld\":\"%s\",\"comNew\":\"%s\""
                        .formatted(comOld, comNew));
    }

    /** The same nodes, oldest first. */
    public static String[] reversed(String... nodes) {
        List<String> reversed = new ArrayList<>(List.of(nodes));
        Collections.reverse(reversed);
        return reversed.toArray(String[]::new);
    }

    /** The signed form, as it goes over the wire. */
    public static byte[] signed(String param) {
        return form(param, Signature.of(param, SALT));
    }

    public static byte[] form(String param, String sign) {
        return ("param=" + encoded(param) + "&sign=" + encoded(sign))
                .getBytes(StandardCharsets.UTF_8);
    }

    public static Webhook webhook(byte[] body) {
        return new Webhook("main", Map.of(), body, ARRIVED);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
