package io.waybillguard.orders.order;

import static io.waybillguard.events.refund.CaseState.AWAITING_REJECTION;
import static io.waybillguard.events.refund.CaseState.AWAITING_RETURN;
import static io.waybillguard.events.refund.CaseState.CLOSED;
import static io.waybillguard.events.refund.CaseState.MANUAL;
import static io.waybillguard.events.refund.CaseState.OFFERED;
import static io.waybillguard.events.refund.CaseState.PAYING;
import static io.waybillguard.events.refund.CaseState.PAYOUT_PARKED;
import static io.waybillguard.events.refund.CaseState.RETURN_ON_THE_WAY;
import static io.waybillguard.events.refund.CaseState.RETURN_SIGNED;
import static io.waybillguard.orders.order.RefusalCode.OFFER_DIFFERS;
import static io.waybillguard.orders.order.RefusalCode.OFFER_NOT_PARTIAL;
import static io.waybillguard.orders.order.RefusalCode.ORDER_NOT_PAID;
import static io.waybillguard.orders.order.RefusalCode.REFUND_ID_TAKEN;
import static io.waybillguard.orders.order.RefusalCode.REFUND_WRONG_STATE;
import static io.waybillguard.orders.order.RefusalCode.REFUSAL_NEEDS_PROOF;
import static io.waybillguard.orders.order.RefusalCode.RETURN_IS_DELIVERY;
import static io.waybillguard.orders.order.RefusalCode.RETURN_WAYBILL_DIFFERS;

import io.waybillguard.events.refund.AftersalesRequest;
import io.waybillguard.events.refund.AftersalesRequest.MerchantAgreed;
import io.waybillguard.events.refund.AftersalesRequest.MerchantRefused;
import io.waybillguard.events.refund.AftersalesRequest.OfferAccepted;
import io.waybillguard.events.refund.AftersalesRequest.OfferDeclined;
import io.waybillguard.events.refund.AftersalesRequest.OfferMade;
import io.waybillguard.events.refund.AftersalesRequest.OfferWithdrawn;
import io.waybillguard.events.refund.AftersalesRequest.RefundChanged;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.AftersalesRequest.RefundWithdrawn;
import io.waybillguard.events.refund.AftersalesRequest.ReturnConfirmed;
import io.waybillguard.events.refund.AftersalesRequest.ReturnWaybillGiven;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.RefusalProof;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OfferId;
import io.waybillguard.orders.order.Verdict.Publish;
import io.waybillguard.orders.order.Verdict.Refused;
import io.waybillguard.orders.order.Verdict.Repeated;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What buyer and shop may ask of a case, by the state it is known to be in. The engine has the last
 * word: what is let through here on older knowledge is judged there again.
 */
public final class RefundCommands {
    private static final Set<CaseState> OUT_OF_THE_BUYERS_HANDS =
            EnumSet.of(PAYING, PAYOUT_PARKED, CLOSED);

    private RefundCommands() {}

    /** A refund request under a free id, of an order that was paid. */
    public static Verdict<AftersalesRequest> request(
            RefundRequested asked, KnownOrder order, @Nullable KnownRefund known) {
        if (known != null) {
            boolean same = known.asked() != null && Acts.sameBut(known.asked(), asked);
            return same
                    ? new Repeated<>()
                    : new Refused<>(REFUND_ID_TAKEN, "the refund id is in use for another request");
        }
        return order.paid() == null
                ? new Refused<>(ORDER_NOT_PAID, "nothing was paid for the order")
                : new Publish<>(asked);
    }

    /** What buyer or shop do with a case that is there. */
    public static Verdict<AftersalesRequest> act(AftersalesRequest act, KnownRefund refund) {
        Refused<AftersalesRequest> refused = refusal(act, refund);
        if (wasDone(act, refund, refused == null)) {
            return new Repeated<>();
        }
        return refused == null ? new Publish<>(act) : refused;
    }

    /**
     * The same act is on record. While the state would allow it again, an act older than the state
     * was meant for an earlier one.
     */
    private static boolean wasDone(AftersalesRequest act, KnownRefund refund, boolean allowed) {
        Instant movedAt = refund.movedAt();
        return refund.acts().stream()
                .filter(earlier -> Acts.sameBut(earlier, act))
                .anyMatch(
                        earlier -> !allowed || movedAt == null || !earlier.at().isBefore(movedAt));
    }

    private static @Nullable Refused<AftersalesRequest> refusal(
            AftersalesRequest act, KnownRefund refund) {
        return switch (act) {
            case RefundRequested _ -> wrongState(refund);
            case RefundChanged _ ->
                    refund.state() != null && OUT_OF_THE_BUYERS_HANDS.contains(refund.state())
                            ? wrongState(refund)
                            : null;
            case OfferMade made -> refusalOf(made, refund);
            case OfferWithdrawn withdrawn -> onlyOf(withdrawn.offerId(), refund);
            case OfferAccepted accepted -> onlyOf(accepted.offerId(), refund);
            case OfferDeclined declined -> onlyOf(declined.offerId(), refund);
            case RefundWithdrawn _ ->
                    refund.state() != null && OUT_OF_THE_BUYERS_HANDS.contains(refund.state())
                            ? wrongState(refund)
                            : null;
            case MerchantAgreed _ -> onlyIn(refund, MANUAL, OFFERED, AWAITING_REJECTION);
            case MerchantRefused refused -> refusalOf(refused, refund);
            case ReturnWaybillGiven given -> refusalOf(given, refund);
            case ReturnConfirmed _ -> onlyIn(refund, RETURN_ON_THE_WAY, RETURN_SIGNED);
        };
    }

    /** Whoever refuses while the parcel is to be refused must show that it could not be stopped. */
    private static @Nullable Refused<AftersalesRequest> refusalOf(
            MerchantRefused act, KnownRefund refund) {
        RefusalProof proof = act.proof();
        boolean shown = proof != null && proof.showsThatNothingStopsIt();
        if (refund.state() == AWAITING_REJECTION && !shown) {
            return new Refused<>(
                    REFUSAL_NEEDS_PROOF,
                    "a refusal needs proof, at a web address, that the parcel could be neither"
                            + " stopped nor called back");
        }
        return onlyIn(refund, MANUAL, AWAITING_REJECTION);
    }

    private static @Nullable Refused<AftersalesRequest> refusalOf(
            ReturnWaybillGiven act, KnownRefund refund) {
        if (refund.deliveries().contains(act.parcel())) {
            return new Refused<>(RETURN_IS_DELIVERY, "this parcel brought the goods");
        }
        if (refund.state() == RETURN_ON_THE_WAY) {
            return new Refused<>(RETURN_WAYBILL_DIFFERS, "another return waybill was given");
        }
        return onlyIn(refund, AWAITING_RETURN);
    }

    private static @Nullable Refused<AftersalesRequest> refusalOf(
            OfferMade act, KnownRefund refund) {
        boolean used =
                refund.acts().stream()
                        .anyMatch(it ->
                                it instanceof OfferMade made
                                        && made.offerId().equals(act.offerId()));
        if (used) {
            return new Refused<>(OFFER_DIFFERS, "the offer id is in use for another offer");
        }
        Money asked = asked(refund);
        if (act.amount() != null && asked != null && !act.amount().isUnder(asked)) {
            return new Refused<>(OFFER_NOT_PARTIAL, "a part is less than what was asked for");
        }
        return onlyIn(refund, MANUAL, AWAITING_REJECTION, AWAITING_RETURN);
    }

    private static @Nullable Money asked(KnownRefund refund) {
        RefundChanged changed = refund.changed();
        if (changed != null) {
            return changed.amount();
        }
        return refund.asked() == null ? null : refund.asked().amount();
    }

    private static @Nullable Refused<AftersalesRequest> onlyOf(OfferId offer, KnownRefund refund) {
        boolean stands = refund.offer() != null && refund.offer().offerId().equals(offer);
        return refund.state() == OFFERED && !stands
                ? new Refused<>(OFFER_DIFFERS, "another offer stands")
                : onlyIn(refund, OFFERED);
    }

    private static @Nullable Refused<AftersalesRequest> onlyIn(
            KnownRefund refund, CaseState... states) {
        return Set.of(states).contains(refund.state() == null ? CLOSED : refund.state())
                ? null
                : wrongState(refund);
    }

    private static Refused<AftersalesRequest> wrongState(KnownRefund refund) {
        String state = refund.state() == null ? "not yet decided" : refund.state().name();
        return new Refused<>(REFUND_WRONG_STATE, "not while the case is " + state);
    }
}
