package io.waybillguard.aftersales.refund;

import io.waybillguard.events.allowance.DayCap;
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.ParcelId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a step of a case tells others, besides its new state. */
sealed interface Effect {

    /** The one answer to the request. */
    record Decided(Ruling ruling) implements Effect {}

    /** New facts changed the answer. */
    record DecidedAnew(Decision previous, Ruling ruling) implements Effect {}

    /** The case went on, or stayed for a reason to be told. */
    record Moved(MoveReason because) implements Effect {}

    /** A person should be reminded of this deadline. */
    record Reminded(Instant deadline) implements Effect {}

    /** The case is over. */
    record Ended(CaseOutcome outcome, MoveReason because, @Nullable Money paid) implements Effect {}

    /** Pay the refund. */
    record PayOut() implements Effect {}

    /** Ask this day whether a rule alone may pay the refund. */
    record AskDay(DayCap day) implements Effect {}

    /** Tell this day that the refund does not take what was asked of it. */
    record GiveBack(DayCap day, Allowance asked) implements Effect {}

    /** Ask what the shop paid the buyer of late. */
    record AskBook() implements Effect {}

    /** Keep in mind that the shop paid the buyer. */
    record Booked() implements Effect {}

    /** Stop this parcel. */
    record Intercept(ParcelId parcel) implements Effect {}

    /**
     * Ask what became of the interception of this parcel.
     *
     * @param requestedAt when it was asked for; null where that was not kept
     */
    record AskAgain(ParcelId parcel, @Nullable Instant requestedAt) implements Effect {}

    /** Let this parcel go on, if it is not stopped yet. */
    record LetGo(ParcelId parcel) implements Effect {}
}
