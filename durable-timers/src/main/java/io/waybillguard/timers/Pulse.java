package io.waybillguard.timers;

/**
 * One beat of the clock: what a pulse record becomes in a topology. Its time is the record's
 * timestamp.
 */
public enum Pulse {
    BEAT
}
