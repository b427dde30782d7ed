package io.waybillguard.kit.access;

import io.waybillguard.kit.signing.Digests;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The known tokens and whom each speaks for; how long a look-up takes does not tell how much of one
 * was right.
 */
public final class BearerTokens<C> {

    private static final String SCHEME = "Bearer ";

    private final List<Known<C>> all;

    private static final class Known<C> {
        private final byte[] digest;
        private final C caller;

        Known(byte[] digest, C caller) {
            this.digest = digest;
            this.caller = caller;
        }
    }

    private BearerTokens(List<Known<C>> all) {
        this.all = all;
    }

    /**
     * The tokens of a setting.
     *
     * @param setting its name, for the error
     * @throws IllegalStateException when a token is there twice
     */
    public static <G, C> BearerTokens<C> of(
            String setting, List<G> grants, Function<G, String> token, Function<G, C> caller) {
        if (grants.stream().map(token).distinct().count() != grants.size()) {
            throw new IllegalStateException(setting + " has the same token twice");
        }
        return new BearerTokens<>(
                grants.stream()
                        .map(grant -> new Known<>(digest(token.apply(grant)), caller.apply(grant)))
                        .toList());
    }

    /** Who brings this {@code Authorization}; empty without a known token. */
    public Optional<C> callerOf(@Nullable String authorization) {
        return authorization != null
                        && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? bringing(authorization.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private Optional<C> bringing(String token) {
        byte[] asked = digest(token);
        Optional<C> found = Optional.empty();
        for (Known<C> known : all) {
            if (MessageDigest.isEqual(known.digest, asked)) {
                found = Optional.of(known.caller);
            }
        }
        return found;
    }

    private static byte[] digest(String token) {
        return Digests.sha256(Digests.utf8(token));
    }
}
