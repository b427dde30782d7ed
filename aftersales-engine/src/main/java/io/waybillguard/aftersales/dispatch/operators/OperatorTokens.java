package io.waybillguard.aftersales.dispatch.operators;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The known tokens; how long a look-up takes does not tell how much of one was right. */
final class OperatorTokens {

    private static final String SCHEME = "Bearer ";

    private final List<byte[]> digests;

    OperatorTokens(List<String> tokens) {
        this.digests = tokens.stream().map(OperatorTokens::digest).toList();
    }

    /** Whether the header {@code Authorization} carries one of them. */
    boolean admit(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        byte[] asked = digest(header.substring(SCHEME.length()).strip());
        boolean known = false;
        for (byte[] digest : digests) {
            known |= MessageDigest.isEqual(digest, asked);
        }
        return known;
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
