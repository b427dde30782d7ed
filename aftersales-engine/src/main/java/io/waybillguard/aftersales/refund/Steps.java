package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.refund.RefundCase.AwaitingRejection;
import io.waybillguard.aftersales.refund.RefundCase.AwaitingReturn;
import io.waybillguard.aftersales.refund.RefundCase.Closed;
import io.waybillguard.aftersales.refund.RefundCase.Intercepting;
import io.waybillguard.aftersales.refund.RefundCase.Manual;
import io.waybillguard.aftersales.refund.RefundCase.Paying;
import io.waybillguard.aftersales.refund.RefundCase.ProvingParcels;
import io.waybillguard.aftersales.refund.RefundCase.WaitingForOrder;
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.types.ParcelId;

/** The ways into each state. */
final class Steps {

    private Steps() {}

    /** The first step of a request. */
    static Transition open(RefundFile file, Circumstances c) {
        return c.order().known()
                ? WaitingForTheBook.decide(file, MoveReason.DECIDED, c)
                : Transition.moved(
                        new WaitingForOrder(file, c.now().plus(c.terms().orderWait())),
                        MoveReason.OTHER);
    }

    /** The one decision of a request, and the state it leads to. */
    static Transition decide(RefundFile file, MoveReason because, Circumstances c) {
        return decide(file, c.rule(file), because, c);
    }

    static Transition decide(RefundFile file, Ruling ruling, MoveReason because, Circumstances c) {
        return enter(answered(file, ruling), ruling, because, c)
                .preceded(new Effect.Decided(ruling));
    }

    /** The better answer that new facts gave, and the state it leads to. */
    static Transition decideAnew(RefundFile file, Ruling ruling, Circumstances c) {
        return decideAnew(file, ruling, MoveReason.DECIDED_ANEW, c);
    }

    static Transition decideAnew(
            RefundFile file, Ruling ruling, MoveReason because, Circumstances c) {
        return enter(answered(file, ruling), ruling, because, c).preceded(anew(file, ruling));
    }

    static Effect anew(RefundFile file, Ruling ruling) {
        return new Effect.DecidedAnew(
                file.decision() == null ? ruling.decision() : file.decision(), ruling);
    }

    static RefundFile answered(RefundFile file, Ruling ruling) {
        return file.answered(ruling.decision(), ruling.verdict().row());
    }

    private static Transition enter(
            RefundFile file, Ruling ruling, MoveReason because, Circumstances c) {
        return switch (ruling.decision()) {
            case AUTO_REFUND ->
                    ruling.verdict().needsProof()
                            ? Transition.moved(new ProvingParcels(file, c.now()), because)
                            : CheckingTheDays.ask(file, because, c);
            case APPROVE_RETURN -> awaitReturn(file, because, c);
            case INTERCEPT -> intercept(file, because, c);
            case REJECT_THEN_REFUND -> awaitRejection(file, because, c);
            case MANUAL -> manual(file, because, c);
        };
    }

    /** All that the couriers told until the decision is known: the rule is asked once more. */
    static Transition proven(RefundFile file, Circumstances c) {
        Ruling ruling = c.rule(file);
        if (ruling.decision() != Decision.AUTO_REFUND) {
            return decideAnew(file, ruling, c);
        }
        Transition paid = CheckingTheDays.ask(answered(file, ruling), MoveReason.PARCELS_PROVEN, c);
        return ruling.verdict().row().equals(file.row()) ? paid : paid.preceded(anew(file, ruling));
    }

    /** To the payment side; to a person where it would exceed what was paid. */
    static Transition pay(RefundFile file, MoveReason because, Circumstances c) {
        return c.payable(file)
                ? Transition.moved(new Paying(file), because, new Effect.PayOut())
                : manual(file, MoveReason.OTHER, false, c);
    }

    static Transition awaitReturn(RefundFile file, MoveReason because, Circumstances c) {
        return Transition.moved(
                new AwaitingReturn(file, c.now().plus(c.terms().returnWaybill()), c.now()),
                because);
    }

    static Transition awaitRejection(RefundFile file, MoveReason because, Circumstances c) {
        return Transition.moved(
                new AwaitingRejection(
                        file,
                        c.now().plus(c.terms().rejectionReminder()),
                        c.now().plus(c.terms().rejectionWait()),
                        false),
                because);
    }

    private static Transition intercept(RefundFile file, MoveReason because, Circumstances c) {
        ParcelId parcel = c.order().deliveries().getFirst().id();
        return Transition.moved(
                new Intercepting(
                        file.asked(parcel),
                        false,
                        c.now().plus(c.terms().interceptionAskEvery()),
                        c.now().plus(c.terms().interceptionAnswer()),
                        c.now()),
                because,
                new Effect.Intercept(parcel));
    }

    /** To a person, whose silence agrees where it may. */
    static Transition manual(RefundFile file, MoveReason because, Circumstances c) {
        return manual(file, because, silenceAgrees(file, c.rule(file), c), c);
    }

    /** To a person for good: neither a rule nor silence decides it any more. */
    static Transition handOver(RefundFile file, MoveReason because, Circumstances c) {
        return manual(file.handedToPeople(), because, false, c);
    }

    /**
     * Whether nothing done is an agreement, while this is what the table answers: where nothing
     * needs to be sent back, and neither what was paid nor what may go without a person is
     * exceeded.
     */
    static boolean silenceAgrees(RefundFile file, Ruling ruling, Circumstances c) {
        return !file.settledByPeople()
                && !ruling.verdict().onlyByPeople()
                && nothingToSendBack(file, c)
                && c.payable(file);
    }

    static Transition manual(
            RefundFile file, MoveReason because, boolean silenceAgrees, Circumstances c) {
        return Transition.moved(
                new Manual(
                        file,
                        c.now().plus(c.terms().manualReminder()),
                        c.now().plus(c.terms().manualAnswer()),
                        silenceAgrees,
                        false,
                        false),
                because);
    }

    /** The money is all that was asked for, or nothing was shipped. */
    static boolean nothingToSendBack(RefundFile file, Circumstances c) {
        return file.request().kind() == RefundKind.REFUND_ONLY || !c.order().shipped();
    }

    /** What was agreed: the money, or first the return if there was none yet. */
    static Transition agree(RefundFile file, MoveReason because, Circumstances c) {
        return file.forPeople() || nothingToSendBack(file, c)
                ? pay(file, because, c)
                : awaitReturn(file, because, c);
    }

    static Transition end(RefundFile file, CaseOutcome outcome, MoveReason because) {
        return Transition.quietly(
                new Closed(file, outcome, null), new Effect.Ended(outcome, because, null));
    }

    static Transition withdrawn(RefundFile file) {
        return end(file, CaseOutcome.WITHDRAWN, MoveReason.WITHDRAWN);
    }

    static Transition refunded(RefundFile file, CaseEvent.PaymentMade made) {
        return Transition.quietly(
                new Closed(file, CaseOutcome.REFUNDED, made.amount()),
                new Effect.Ended(CaseOutcome.REFUNDED, MoveReason.PAID, made.amount()),
                new Effect.Booked());
    }
}
