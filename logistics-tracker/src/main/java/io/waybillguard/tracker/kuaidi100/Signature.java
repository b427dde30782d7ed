package io.waybillguard.tracker.kuaidi100;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Kuaidi100's signature: the upper-case hex MD5 of the param's exact text and the salt. */
public final class Signature {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Signature() {}

    /** The signature of {@code param}. */
    public static String of(String param, String salt) {
        return HEX.formatHex(md5().digest((param + salt).getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether one of the salts made {@code sign}; takes the same time whichever did. */
    static boolean isMadeByOne(String sign, String param, List<String> salts) {
        byte[] given = sign.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        boolean found = false;
        for (String salt : salts) {
            byte[] expected = of(param, salt).getBytes(StandardCharsets.UTF_8);
            found |= MessageDigest.isEqual(expected, given);
        }
        return found;
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
