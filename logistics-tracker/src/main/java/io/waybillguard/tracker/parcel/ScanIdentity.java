package io.waybillguard.tracker.parcel;

import io.waybillguard.events.parcel.Scan;

/**
 * The identity of a line of a parcel's history: the instant it happened and its words, or its kind
 * and place where it has no words. 64 bits: among 300 lines of one parcel two different ones
 * collide once in 10^14 parcels.
 */
final class ScanIdentity {

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private ScanIdentity() {}

    static long of(Scan scan) {
        long hash = mix(BASIS, scan.happenedAt().toEpochMilli());
        if (!scan.text().isBlank()) {
            return finished(mix(hash, scan.text().strip()));
        }
        return finished(mix(mix(hash, scan.kind().name()), scan.place().strip()));
    }

    private static long mix(long hash, String text) {
        long mixed = hash;
        for (int i = 0; i < text.length(); i++) {
            mixed = (mixed ^ text.charAt(i)) * PRIME;
        }
        return (mixed ^ text.length()) * PRIME;
    }

    private static long mix(long hash, long value) {
        long mixed = hash;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            mixed = (mixed ^ ((value >>> shift) & 0xff)) * PRIME;
        }
        return mixed;
    }

    /** Spreads the last characters over all bits. */
    private static long finished(long hash) {
        long spread = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        spread = (spread ^ (spread >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return spread ^ (spread >>> 33);
    }
}
