package io.waybillguard.local.sandbox;

import java.time.Duration;

/**
 * How couriers work with us.
 *
 * @param secret callbacks are signed with
 * @param usualTime from a request to its outcome
 * @param callbacks where the providers call back that are not told with each request
 * @param callbackPause between two tries to call back
 */
public record CourierTerms(
        String secret, Duration usualTime, Duration callbackPause, String callbacks) {}
