package io.waybillguard.orders.query;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.ScanEvidence;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a parcel's timeline. */
public record ScanView(
        ScanKind kind,
        @Nullable ProblemReason reason,
        Instant happenedAt,
        Instant receivedAt,
        String place,
        String text,
        String code,
        ScanEvidence evidence,
        @Nullable SignedBy signedBy) {}
