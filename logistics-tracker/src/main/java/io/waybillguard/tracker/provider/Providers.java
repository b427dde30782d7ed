package io.waybillguard.tracker.provider;

import io.waybillguard.tracker.provider.Decoded.Reason;
import io.waybillguard.tracker.provider.Decoded.Rejected;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The providers that are understood and the accounts that are known. */
public final class Providers {

    private record Key(String provider, String account) {}

    private final Map<String, Provider> providers;
    private final Map<Key, Account> accounts;
    private final int maxBytes;

    /**
     * Providers and accounts.
     *
     * @param maxBytes the longest body that is read
     * @throws IllegalArgumentException when an account's provider is not among the providers, or an
     *     account is there twice
     */
    public Providers(List<Provider> providers, List<Account> accounts, int maxBytes) {
        this.providers =
                providers.stream().collect(Collectors.toMap(Provider::name, Function.identity()));
        this.accounts =
                accounts.stream()
                        .collect(
                                Collectors.toMap(
                                        known -> new Key(known.provider(), known.account()),
                                        Function.identity(),
                                        (one, _) -> {
                                            throw new IllegalArgumentException(one + " twice");
                                        }));
        this.maxBytes = maxBytes;
        accounts.forEach(known -> {
            if (!this.providers.containsKey(known.provider())) {
                throw new IllegalArgumentException(known + ": no such provider");
            }
        });
    }

    public Optional<Provider> provider(String name) {
        return Optional.ofNullable(providers.get(name));
    }

    public Optional<Account> account(String provider, String account) {
        return Optional.ofNullable(accounts.get(new Key(provider, account)));
    }

    public int maxBytes() {
        return maxBytes;
    }

    /** What a webhook that nobody vouches for says: its account and signature are looked at. */
    public Decoded decode(@Nullable String providerName, Webhook webhook) {
        Provider provider = providerName == null ? null : providers.get(providerName);
        if (provider == null) {
            return new Rejected(Reason.UNKNOWN_PROVIDER, "no provider of that name");
        }
        if (webhook.body().length == 0) {
            return new Rejected(Reason.EMPTY, "no bytes");
        }
        if (webhook.body().length > maxBytes) {
            return new Rejected(Reason.TOO_LARGE, "more than " + maxBytes + " bytes");
        }
        Account account = accounts.get(new Key(provider.name(), webhook.account()));
        if (account == null) {
            return new Rejected(Reason.UNKNOWN_ACCOUNT, "no account of that name");
        }
        return provider.decode(webhook, account);
    }
}
