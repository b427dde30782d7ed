package io.waybillguard.orders.access;

import io.waybillguard.events.types.ShopId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/** The known tokens; how long a look-up takes does not tell how much of one was right. */
final class Tokens {
    private static final String PLATFORM = "*";

    private final List<Known> all;

    private static final class Known {
        private final byte[] digest;
        private final Caller caller;

        Known(byte[] digest, Caller caller) {
            this.digest = digest;
            this.caller = caller;
        }
    }

    Tokens(AccessSettings settings) {
        this.all =
                settings.access().stream()
                        .map(grant -> new Known(digest(grant.token()), caller(grant.shop())))
                        .toList();
        long distinct =
                settings.access().stream().map(AccessSettings.Grant::token).distinct().count();
        if (distinct != all.size()) {
            throw new IllegalStateException("waybill.orders.access has the same token twice");
        }
    }

    private static Caller caller(String shop) {
        return new Caller(shop.equals(PLATFORM) ? null : new ShopId(shop));
    }

    Optional<Caller> callerOf(String token) {
        byte[] asked = digest(token);
        Optional<Caller> found = Optional.empty();
        for (Known known : all) {
            if (MessageDigest.isEqual(known.digest, asked)) {
                found = Optional.of(known.caller);
            }
        }
        return found;
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
