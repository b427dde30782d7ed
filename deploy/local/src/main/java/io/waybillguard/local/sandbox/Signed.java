package io.waybillguard.local.sandbox;

import io.waybillguard.events.json.EventJson;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** What the providers' signatures and forms are made of. */
final class Signed {

    private Signed() {}

    static String upperHex(String text) {
        return HexFormat.of().withUpperCase().formatHex(md5(text));
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(md5(text));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The fields of a form or a query. */
    static Map<String, String> form(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    /** Whether {@code body} is JSON whose {@code field} is {@code value}. */
    static boolean says(String body, String field, String value) {
        try {
            return value.equals(EventJson.mapper().readTree(body).path(field).asString(""));
        } catch (JacksonException e) {
            return false;
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static byte[] md5(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
