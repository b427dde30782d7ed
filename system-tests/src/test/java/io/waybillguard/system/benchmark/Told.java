package io.waybillguard.system.benchmark;

import java.time.Instant;

/**
 * An event as it stands on its topic.
 *
 * @param appended when, by the broker's clock
 */
record Told<V>(V event, Instant appended) {}
