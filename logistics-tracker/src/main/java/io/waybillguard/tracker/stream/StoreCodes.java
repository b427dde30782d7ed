package io.waybillguard.tracker.stream;

import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallCause;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;

/** The numbers of every constant that is stored. */
final class StoreCodes {

    static final WireCodes<ScanKind> KINDS =
            WireCodes.of(
                    ScanKind.ORDERED,
                    ScanKind.COLLECTED,
                    ScanKind.DEPARTED,
                    ScanKind.ARRIVED,
                    ScanKind.AT_DESTINATION,
                    ScanKind.OUT_FOR_DELIVERY,
                    ScanKind.STORED,
                    ScanKind.DELIVERY_FAILED,
                    ScanKind.SIGNED,
                    ScanKind.REFUSED,
                    ScanKind.RETURNING,
                    ScanKind.RETURNED,
                    ScanKind.INTERCEPTED,
                    ScanKind.REDIRECTED,
                    ScanKind.PROBLEM,
                    ScanKind.CUSTOMS,
                    ScanKind.CANCELLED,
                    ScanKind.OTHER);

    static final WireCodes<ProblemReason> REASONS =
            WireCodes.of(
                    ProblemReason.OUT_OF_ZONE,
                    ProblemReason.DAMAGED,
                    ProblemReason.LOST,
                    ProblemReason.UNREACHABLE,
                    ProblemReason.BAD_ADDRESS,
                    ProblemReason.MISSORTED,
                    ProblemReason.HELD,
                    ProblemReason.DELAYED,
                    ProblemReason.UNCLAIMED,
                    ProblemReason.OTHER);

    static final WireCodes<SignedBy> SIGNERS =
            WireCodes.of(
                    SignedBy.BUYER,
                    SignedBy.OTHER_PERSON,
                    SignedBy.LOCKER_OR_STATION,
                    SignedBy.UNKNOWN);

    static final WireCodes<Stage> STAGES =
            WireCodes.of(
                    Stage.REGISTERED,
                    Stage.COLLECTED,
                    Stage.IN_TRANSIT,
                    Stage.AT_DESTINATION,
                    Stage.OUT_FOR_DELIVERY,
                    Stage.STORED,
                    Stage.DELIVERY_FAILED,
                    Stage.SIGNED,
                    Stage.REFUSED,
                    Stage.RETURNING,
                    Stage.RETURNED,
                    Stage.CANCELLED);

    static final WireCodes<ParcelRole> ROLES = WireCodes.of(ParcelRole.DELIVERY, ParcelRole.RETURN);

    static final WireCodes<StallKind> STALL_KINDS =
            WireCodes.of(
                    StallKind.NOT_COLLECTED,
                    StallKind.AFTER_PICKUP,
                    StallKind.IN_TRANSIT,
                    StallKind.AT_DELIVERY);

    static final WireCodes<StallCause> CAUSES =
            WireCodes.of(StallCause.SILENCE, StallCause.PROBLEM, StallCause.DETOUR);

    static final WireCodes<StallLevel> LEVELS =
            WireCodes.of(StallLevel.STALLED, StallLevel.SUSPECTED_LOST);

    private StoreCodes() {}
}
