package io.waybillguard.local.demo;

import java.util.Map;

/**
 * What the platform published about a run's orders, up to a moment.
 *
 * @param events how many
 * @param deadLetters of the whole platform, by topic
 */
record Tally(
        long events,
        ParcelTally parcels,
        CaseTally cases,
        PayoutTally payouts,
        InterceptionTally interceptions,
        NoticeTally notices,
        Map<String, Long> deadLetters) {

    Tally {
        deadLetters = Map.copyOf(deadLetters);
    }
}
