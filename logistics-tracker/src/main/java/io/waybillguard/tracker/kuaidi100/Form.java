package io.waybillguard.tracker.kuaidi100;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The form a push comes in. Nine of ten of its bytes are a Chinese letter's, percent-encoded, so it
 * is decoded byte by byte.
 *
 * @param param the JSON text, exactly as it was signed
 * @param sign empty where nobody signed
 */
record Form(String param, String sign) {

    /** The form in {@code body}; null when it is none or has no {@code param}. */
    static @Nullable Form read(byte[] body) {
        String param = null;
        String sign = "";
        int from = 0;
        try {
            while (from <= body.length) {
                int end = indexOf(body, '&', from, body.length);
                int equals = indexOf(body, '=', from, end);
                if (equals < end) {
                    String name =
                            new String(body, from, equals - from, StandardCharsets.ISO_8859_1);
                    if (name.equals("param")) {
                        param = decoded(body, equals + 1, end);
                    } else if (name.equals("sign")) {
                        sign = decoded(body, equals + 1, end);
                    }
                }
                from = end + 1;
            }
        } catch (IllegalArgumentException e) {
            return null;
        }
        return param == null ? null : new Form(param, sign);
    }

    private static int indexOf(byte[] body, char sought, int from, int to) {
        int at = from;
        while (at < to && body[at] != sought) {
            at++;
        }
        return at;
    }

    private static String decoded(byte[] body, int from, int to) {
        byte[] bytes = new byte[to - from];
        int length = 0;
        for (int at = from; at < to; at++) {
            byte letter = body[at];
            if (letter == '%') {
                if (at + 2 >= to) {
                    throw new IllegalArgumentException("an escape is cut off");
                }
                bytes[length++] = (byte) (digit(body[at + 1]) << 4 | digit(body[at + 2]));
                at += 2;
            } else {
                bytes[length++] = letter == '+' ? (byte) ' ' : letter;
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static int digit(byte letter) {
        return HexFormat.fromHexDigit(letter & 0xFF);
    }
}
