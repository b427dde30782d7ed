package io.waybillguard.tracker.provider;

import java.util.List;

/**
 * An account at a provider.
 *
 * @param secrets any of them may have signed: two while one replaces the other; none is empty, with
 *     which anybody could sign
 * @param unsigned webhooks come without a signature: only where the provider offers none
 */
public record Account(String provider, String account, List<String> secrets, boolean unsigned) {

    public Account {
        secrets = List.copyOf(secrets);
        if (secrets.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(provider + "/" + account + " has an empty secret");
        }
        if (secrets.isEmpty() != unsigned) {
            throw new IllegalArgumentException(
                    provider + "/" + account + " needs either secrets or unsigned");
        }
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return provider + "/" + account;
    }
}
