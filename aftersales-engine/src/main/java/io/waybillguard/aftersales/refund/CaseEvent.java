package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.rules.BuyerHistory;
import io.waybillguard.aftersales.rules.HeldBack;
import io.waybillguard.aftersales.rules.RefundRequest;
import io.waybillguard.events.allowance.AllowanceAnswer;
import io.waybillguard.events.allowance.DayCap;
import io.waybillguard.events.interception.InterceptionResult;
import io.waybillguard.events.payout.PayoutResult;
import io.waybillguard.events.refund.OfferKind;
import io.waybillguard.events.refund.RefusalProof;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OfferId;
import io.waybillguard.events.types.ParcelId;
import org.jspecify.annotations.Nullable;

/** What can happen to a case. */
public sealed interface CaseEvent {

    /** More is known of the order or its parcels. */
    record FactsChanged() implements CaseEvent {}

    /** The case's next deadline has come. */
    record DeadlineFell() implements CaseEvent {}

    /** The courier will try to stop the parcel. */
    record CourierAccepted() implements CaseEvent {}

    /** The courier stopped the parcel. */
    record CourierStopped() implements CaseEvent {}

    /** The courier will not stop it. */
    record CourierFailed() implements CaseEvent {}

    /**
     * Nobody can say yet what the courier does.
     *
     * @param unreachable it is not even asked yet: it cannot be reached
     */
    record CourierUnsure(boolean unreachable) implements CaseEvent {
        /** It was asked, and nobody can say what it heard. */
        public CourierUnsure() {
            this(false);
        }
    }

    /** The buyer takes the request back. */
    record BuyerWithdrew() implements CaseEvent {}

    /** The shop agrees. */
    record ShopAgreed() implements CaseEvent {}

    /** The shop refuses. */
    record ShopRefused(@Nullable RefusalProof proof) implements CaseEvent {}

    /** The goods come back under this waybill. */
    record WaybillGiven(ParcelId parcel) implements CaseEvent {}

    /** The shop has the goods and is content. */
    record ShopConfirmed() implements CaseEvent {}

    /** The payment side paid. */
    record PaymentMade(Money amount) implements CaseEvent {}

    /** The payment side will not pay. */
    record PaymentDeclined() implements CaseEvent {}

    /** A person must look before anything is paid. */
    record PaymentParked() implements CaseEvent {}

    /** Shop and buyer deal about something else than what was asked for. */
    sealed interface OfferEvent extends CaseEvent {

        /** The offer it is about, by its id within the case. */
        OfferId offerId();
    }

    /**
     * The shop offers something else.
     *
     * @param amount null for a reshipment
     */
    record ShopOffered(OfferId offerId, OfferKind kind, @Nullable Money amount)
            implements OfferEvent {}

    /** The shop takes its offer back. */
    record ShopWithdrewOffer(OfferId offerId) implements OfferEvent {}

    /** The buyer takes the offer. */
    record BuyerAccepted(OfferId offerId) implements OfferEvent {}

    /** The buyer does not want the offer. */
    record BuyerDeclined(OfferId offerId) implements OfferEvent {}

    /** What the buyer was refunded of late is known. */
    record HistoryHeard(BuyerHistory history) implements CaseEvent {}

    /** A day says whether a rule alone may pay. */
    sealed interface AllowanceEvent extends CaseEvent {}

    /** This day has room for it. */
    record DayGranted(DayCap day) implements AllowanceEvent {}

    /** A day has none. */
    record DayRefused(HeldBack why) implements AllowanceEvent {}

    /** The buyer asks for something else now. */
    record BuyerChanged(RefundRequest request) implements CaseEvent {}

    /** A courier's answer as an event of its case. */
    static CaseEvent of(InterceptionResult result) {
        return switch (result) {
            case InterceptionResult.InterceptionAccepted _ -> new CourierAccepted();
            case InterceptionResult.InterceptionSucceeded _ -> new CourierStopped();
            case InterceptionResult.InterceptionFailed _ -> new CourierFailed();
            case InterceptionResult.InterceptionUnknown _ -> new CourierUnsure();
            case InterceptionResult.InterceptionWaiting _ -> new CourierUnsure(true);
        };
    }

    /** A book's answer as an event of its case. A shop is not told what others paid its buyer. */
    static CaseEvent of(AllowanceAnswer answer) {
        return switch (answer) {
            case AllowanceAnswer.AllowanceGranted granted -> new DayGranted(granted.of());
            case AllowanceAnswer.BuyerRefundsCounted(_, _, var refunds, var since, var at) ->
                    new HistoryHeard(new BuyerHistory(refunds, since, at));
            case AllowanceAnswer.AllowanceDenied denied ->
                    new DayRefused(
                            switch (denied.of()) {
                                case SHOP -> HeldBack.byShopDay(denied.spent(), denied.cap());
                                case BUYER -> HeldBack.byBuyerDay(denied.cap());
                            });
        };
    }

    /** The payment side's answer as an event of its case. */
    static CaseEvent of(PayoutResult result) {
        return switch (result) {
            case PayoutResult.PayoutPaid paid -> new PaymentMade(paid.amount());
            case PayoutResult.PayoutDeclined _ -> new PaymentDeclined();
            case PayoutResult.PayoutParked _ -> new PaymentParked();
        };
    }
}
