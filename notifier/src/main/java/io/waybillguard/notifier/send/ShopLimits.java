package io.waybillguard.notifier.send;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.waybillguard.events.types.ShopId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A rate limiter for each shop. They are in no registry: metrics never carry ids. Those used
 * longest ago are forgotten when there are too many; a limiter that rested has all its permissions
 * anyway.
 */
final class ShopLimits {

    private static final int SHOPS = 10_000;

    private final RateLimiterConfig config;
    private final Map<ShopId, RateLimiter> limiters;

    ShopLimits(RateLimiterConfig config) {
        this(config, SHOPS);
    }

    ShopLimits(RateLimiterConfig config, int shops) {
        this.config = config;
        this.limiters =
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<ShopId, RateLimiter> eldest) {
                        return size() > shops;
                    }
                };
    }

    /** Whether the shop may make an attempt, now or within the configured wait. */
    boolean admit(ShopId shop) {
        return of(shop).acquirePermission();
    }

    private synchronized RateLimiter of(ShopId shop) {
        return limiters.computeIfAbsent(shop, _ -> RateLimiter.of("shop", config));
    }
}
