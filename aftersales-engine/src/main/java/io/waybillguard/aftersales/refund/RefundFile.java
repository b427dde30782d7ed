package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.rules.BuyerHistory;
import io.waybillguard.aftersales.rules.HeldBack;
import io.waybillguard.aftersales.rules.RefundRequest;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OfferId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a case remembers whatever its state.
 *
 * @param request as it stands now
 * @param decision the answer that holds; null before the first
 * @param row the rule row that gave it; empty before the first
 * @param interception the parcel a courier was asked to stop; null when none ever was
 * @param stopped the courier said that it did
 * @param declined the payment side refused to pay once
 * @param forPeople no rule decides it any more, and no silence: people must
 * @param changed the request is another than the one the courier was asked for
 * @param agreed what shop and buyer agreed on instead of the amount asked for; null without
 * @param offers the ids of all offers that were made
 * @param allowance what was asked of the day's automatic money, the last time; null before
 * @param history of the buyer at the shop, as it was decided by; null where nobody asked
 */
public record RefundFile(
        RefundRequest request,
        @Nullable Decision decision,
        String row,
        @Nullable ParcelId interception,
        boolean stopped,
        boolean declined,
        boolean forPeople,
        boolean changed,
        @Nullable Money agreed,
        List<OfferId> offers,
        @Nullable Allowance allowance,
        @Nullable BuyerHistory history) {

    public RefundFile {
        offers = offers == null ? List.of() : List.copyOf(offers);
    }

    /** Of a case without a change or an offer. */
    public RefundFile(
            RefundRequest request,
            @Nullable Decision decision,
            String row,
            @Nullable ParcelId interception,
            boolean stopped,
            boolean declined,
            boolean forPeople) {
        this(
                request,
                decision,
                row,
                interception,
                stopped,
                declined,
                forPeople,
                false,
                null,
                List.of(),
                null,
                null);
    }

    static RefundFile of(RefundRequest request) {
        return new RefundFile(request, null, "", null, false, false, false);
    }

    RefundFile answered(Decision answer, String byRow) {
        return new RefundFile(
                request,
                answer,
                byRow,
                interception,
                stopped,
                declined,
                forPeople,
                changed,
                agreed,
                offers,
                allowance,
                history);
    }

    RefundFile asked(ParcelId parcel) {
        return new RefundFile(
                request, decision, row, parcel, stopped, declined, forPeople, false, agreed, offers,
                allowance, history);
    }

    RefundFile stoppedByCourier() {
        return new RefundFile(
                request,
                decision,
                row,
                interception,
                true,
                declined,
                forPeople,
                changed,
                agreed,
                offers,
                allowance,
                history);
    }

    RefundFile declinedByPayment() {
        return new RefundFile(
                request,
                decision,
                row,
                interception,
                stopped,
                true,
                forPeople,
                changed,
                agreed,
                offers,
                allowance,
                history);
    }

    RefundFile handedToPeople() {
        return new RefundFile(
                request,
                decision,
                row,
                interception,
                stopped,
                declined,
                true,
                changed,
                agreed,
                offers,
                allowance,
                history);
    }

    /** The buyer asks for something else, since when he first asked for anything. */
    RefundFile asks(RefundRequest other) {
        return new RefundFile(
                other,
                decision,
                row,
                interception,
                stopped,
                declined,
                forPeople,
                true,
                agreed,
                offers,
                allowance == null ? null : allowance.forgiven(),
                history);
    }

    RefundFile offered(OfferId offerId) {
        List<OfferId> all = new ArrayList<>(offers);
        all.add(offerId);
        return new RefundFile(
                request,
                decision,
                row,
                interception,
                stopped,
                declined,
                forPeople,
                changed,
                agreed,
                all,
                allowance,
                history);
    }

    RefundFile agreedOn(Money amount) {
        return new RefundFile(
                request,
                decision,
                row,
                interception,
                stopped,
                declined,
                forPeople,
                changed,
                amount,
                offers,
                allowance,
                history);
    }

    RefundFile with(@Nullable Allowance other) {
        return new RefundFile(
                request,
                decision,
                row,
                interception,
                stopped,
                declined,
                forPeople,
                changed,
                agreed,
                offers,
                other,
                history);
    }

    RefundFile knows(BuyerHistory heard) {
        return new RefundFile(
                request,
                decision,
                row,
                interception,
                stopped,
                declined,
                forPeople,
                changed,
                agreed,
                offers,
                allowance,
                heard);
    }

    /** Nothing of the day's automatic money is kept for it. */
    RefundFile withoutAllowance() {
        return allowance == null ? this : with(allowance.returned());
    }

    /** Why no rule alone may pay it; null where none is known. */
    @Nullable HeldBack heldBack() {
        return allowance == null ? null : allowance.heldBack();
    }

    /** What is paid, if anything is. */
    Money toPay() {
        return agreed == null ? request.amount() : agreed;
    }

    /** Its answer stands until a person gives another. */
    boolean settledByPeople() {
        return declined || forPeople;
    }

    RefundId id() {
        return request.id();
    }
}
