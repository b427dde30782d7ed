package io.waybillguard.tracker.tracking;

import io.waybillguard.events.types.FilingId;
import org.jspecify.annotations.Nullable;

/**
 * What stands against a stall.
 *
 * @param feedSuspect its courier's whole feed is silent
 * @param exempt the force majeure filing that excuses it
 */
public record Caveat(boolean feedSuspect, @Nullable FilingId exempt) {

    /** Nothing does. */
    public static final Caveat NONE = new Caveat(false, null);
}
