package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.kit.signing.Digests;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code sha256=<hex of HMAC-SHA256(secret, body)>}, with any one of the secrets. */
final class CallbackSignature {

    private static final String PREFIX = "sha256=";

    private final List<byte[]> keys;

    /** Signatures with any of {@code secrets}; more than one while they are being changed. */
    CallbackSignature(List<String> secrets) {
        this.keys = secrets.stream().map(Digests::utf8).toList();
    }

    /**
     * Whether {@code header} signs {@code body}; takes as long for a near miss as for any other.
     */
    boolean signs(@Nullable String header, byte[] body) {
        if (header == null || !header.startsWith(PREFIX)) {
            return false;
        }
        byte[] given;
        try {
            given = HexFormat.of().parseHex(header.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            return false;
        }
        boolean signed = false;
        for (byte[] key : keys) {
            signed |= MessageDigest.isEqual(Digests.hmacSha256(key, body), given);
        }
        return signed;
    }
}
