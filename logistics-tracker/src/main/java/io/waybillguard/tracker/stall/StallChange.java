package io.waybillguard.tracker.stall;

import io.waybillguard.events.parcel.ScanKind;
import org.jspecify.annotations.Nullable;

/** What happened to a stall. */
public sealed interface StallChange {

    /** The stall as it then stood. */
    OpenStall stall();

    /** A parcel stopped. */
    record Raised(OpenStall stall) implements StallChange {}

    /** It is suspected lost. */
    record Escalated(OpenStall stall) implements StallChange {}

    /**
     * It stands, but something else stands against it than before, a filing or a silent feed; or
     * scans that came late say something else of it.
     */
    record Reviewed(OpenStall stall) implements StallChange {}

    /**
     * It moves again, or is no longer watched.
     *
     * @param by the movement; null when nobody watches it any more, or late scans show that there
     *     was none
     */
    record Cleared(OpenStall stall, @Nullable ScanKind by) implements StallChange {}
}
