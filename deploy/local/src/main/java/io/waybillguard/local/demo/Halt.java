package io.waybillguard.local.demo;

import io.waybillguard.events.parcel.StallCause;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;

/** The stall that a scenario's parcel is expected to show. */
record Halt(StallKind kind, StallCause cause, StallLevel level) {

    boolean isSeenIn(StallDetails stall) {
        return stall.kind() == kind && stall.cause() == cause && stall.level() == level;
    }
}
