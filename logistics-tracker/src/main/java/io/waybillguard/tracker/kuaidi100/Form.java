package io.waybillguard.tracker.kuaidi100;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The form a push comes in.
 *
 * @param param the JSON text, exactly as it was signed
 * @param sign empty where nobody signed
 */
record Form(String param, String sign) {

    /** The form in {@code body}; null when it is none or has no {@code param}. */
    static @Nullable Form read(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        String param = null;
        String sign = "";
        int from = 0;
        try {
            while (from <= text.length()) {
                int end = text.indexOf('&', from) < 0 ? text.length() : text.indexOf('&', from);
                int equals = text.indexOf('=', from);
                if (equals >= from && equals < end) {
                    String name = text.substring(from, equals);
                    if (name.equals("param")) {
                        param = decoded(text.substring(equals + 1, end));
                    } else if (name.equals("sign")) {
                        sign = decoded(text.substring(equals + 1, end));
                    }
                }
                from = end + 1;
            }
        } catch (IllegalArgumentException e) {
            return null;
        }
        return param == null ? null : new Form(param, sign);
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
