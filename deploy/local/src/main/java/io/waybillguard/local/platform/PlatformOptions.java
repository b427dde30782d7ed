package io.waybillguard.local.platform;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the platform is started.
 *
 * @param root the repository's folder
 * @param data where state is kept
 * @param fresh forget what an earlier run kept
 * @param portBase the first port; null: free ones
 * @param shortDeadlines wait seconds where the services wait days, so that cases end while somebody
 *     watches
 * @param paymentKeysKept how long the payment sandbox knows an idempotency key
 * @param startWithin how long the broker, and then the services, may take to be ready
 */
record PlatformOptions(
        Path root,
        Path data,
        boolean fresh,
        @Nullable Integer portBase,
        boolean shortDeadlines,
        Duration paymentKeysKept,
        Duration startWithin) {}
