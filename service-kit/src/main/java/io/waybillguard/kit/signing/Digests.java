package io.waybillguard.kit.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;

/** Digests as the outside world signs with them: MD5 too, because it does. */
public final class Digests {

    private Digests() {}

    public static byte[] md5(byte[] bytes) {
        return DigestUtils.md5(bytes);
    }

    public static byte[] sha256(byte[] bytes) {
        return DigestUtils.sha256(bytes);
    }

    /**
     * HMAC-SHA256 of {@code bytes}.
     *
     * @throws IllegalArgumentException for an empty secret
     */
    public static byte[] hmacSha256(byte[] secret, byte[] bytes) {
        if (secret.length == 0) {
            throw new IllegalArgumentException("an HMAC needs a secret");
        }
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmac(bytes);
    }

    /** In lower case. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** In upper case. */
    public static String upperHex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Compares in a time that tells nothing of where they differ; nothing is the same as null. */
    public static boolean same(String expected, @Nullable String given) {
        return given != null && MessageDigest.isEqual(utf8(expected), utf8(given));
    }
}
