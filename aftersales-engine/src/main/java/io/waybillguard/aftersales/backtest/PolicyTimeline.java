package io.waybillguard.aftersales.backtest;

import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * One shop's policies by the instant since which each held. Before the first that is known, the
 * first stands for those that are not kept any more.
 */
public final class PolicyTimeline {

    private final ShopId shop;
    private final NavigableMap<Instant, ShopPolicy> since;

    private PolicyTimeline(ShopId shop, NavigableMap<Instant, ShopPolicy> since) {
        this.shop = shop;
        this.since = since;
    }

    /** Of a shop whose policies are known since these instants; none at all: it never set one. */
    public static PolicyTimeline of(ShopId shop, NavigableMap<Instant, ShopPolicy> since) {
        return new PolicyTimeline(shop, new TreeMap<>(since));
    }

    /** One policy for all time. */
    public static PolicyTimeline always(ShopPolicy policy) {
        NavigableMap<Instant, ShopPolicy> since = new TreeMap<>();
        since.put(Instant.MIN, policy);
        return new PolicyTimeline(policy.shopId(), since);
    }

    /** Whether what held then is known, and not stood for by a later one. */
    public boolean knows(Instant then) {
        return since.isEmpty() || since.floorKey(then) != null;
    }

    /** What held then. */
    public ShopPolicy at(Instant then) {
        if (since.isEmpty()) {
            return ShopPolicy.none(shop);
        }
        var held = since.floorEntry(then);
        return (held == null ? since.firstEntry() : held).getValue();
    }
}
