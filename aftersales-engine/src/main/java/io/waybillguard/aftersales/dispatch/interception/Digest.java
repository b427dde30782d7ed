package io.waybillguard.aftersales.dispatch.interception;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signatures as the providers make them: MD5, because they do. */
final class Digest {

    private Digest() {}

    /** MD5 of the text's UTF-8, in upper-case hexadecimal. */
    static String upperHex(String text) {
        return HexFormat.of().withUpperCase().formatHex(md5(text));
    }

    /** MD5 of the text's UTF-8, in base64. */
    static String base64(String text) {
        return Base64.getEncoder().encodeToString(md5(text));
    }

    /** HMAC-SHA256 of the text, in hexadecimal: a salt that only who has {@code secret} knows. */
    static String salt(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(bytes(text)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Compares in a time that tells nothing of where they differ. */
    static boolean same(String expected, @Nullable String given) {
        return given != null && MessageDigest.isEqual(bytes(expected), bytes(given));
    }

    private static byte[] md5(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(bytes(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
