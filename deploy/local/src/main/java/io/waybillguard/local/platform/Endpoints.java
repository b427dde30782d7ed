package io.waybillguard.local.platform;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where a running platform can be reached, and with what; every address is a base without a slash
 * at its end.
 *
 * @param bootstrapServers of the broker
 * @param ordersToken the platform's bearer token at the order service
 * @param webhookAccount the Kuaidi100 account of the demo's couriers
 * @param webhookSalt the salt its pushes are signed with
 * @param logs the folder of the processes' logs
 */
public record Endpoints(
        String bootstrapServers,
        URI tracker,
        URI engine,
        URI notifier,
        URI orders,
        URI payment,
        URI couriers,
        URI channel,
        String ordersToken,
        String webhookAccount,
        String webhookSalt,
        Path logs) {}
