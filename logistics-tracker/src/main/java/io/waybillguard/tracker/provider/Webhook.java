package io.waybillguard.tracker.provider;

import java.time.Instant;
import java.util.Map;

/**
 * A webhook as it came.
 *
 * @param account the shop's or platform's account at the provider
 * @param headers by their names in lower case, one value each
 * @param body the exact bytes: signatures cover them
 * @param receivedAt when it reached us
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copying a mebibyte tells nothing
public record Webhook(
        String account, Map<String, String> headers, byte[] body, Instant receivedAt) {

    public Webhook {
        headers = Map.copyOf(headers);
    }
}
