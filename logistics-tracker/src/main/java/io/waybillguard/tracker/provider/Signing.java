package io.waybillguard.tracker.provider;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What providers' signatures are made of. */
public final class Signing {

    private Signing() {}

    /**
     * Whether {@code given} is what one of the account's secrets makes; takes the same time
     * whichever did.
     *
     * @param expected the signature that a secret makes, in the form in which it is given
     */
    public static boolean isMadeByOne(
            Account account, String given, UnaryOperator<String> expected) {
        byte[] there = utf8(given);
        boolean found = false;
        for (String secret : account.secrets()) {
            found |= MessageDigest.isEqual(utf8(expected.apply(secret)), there);
        }
        return found;
    }

    public static byte[] md5(byte[] bytes) {
        return digest("MD5", bytes);
    }

    public static byte[] sha256(byte[] bytes) {
        return digest("SHA-256", bytes);
    }

    public static byte[] hmacSha256(byte[] secret, byte[] bytes) {
        if (secret.length == 0) {
            throw new IllegalArgumentException("an HMAC needs a secret");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(bytes);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** In lower case. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** All bytes, one part after the other. */
    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
