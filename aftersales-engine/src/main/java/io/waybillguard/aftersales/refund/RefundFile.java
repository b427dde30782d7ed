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
import java.util.function.Consumer;
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
        return but(draft -> {
            draft.decision = answer;
            draft.row = byRow;
        });
    }

    RefundFile asked(ParcelId parcel) {
        return but(draft -> {
            draft.interception = parcel;
            draft.changed = false;
        });
    }

    RefundFile stoppedByCourier() {
        return but(draft -> draft.stopped = true);
    }

    RefundFile declinedByPayment() {
        return but(draft -> draft.declined = true);
    }

    RefundFile handedToPeople() {
        return but(draft -> draft.forPeople = true);
    }

    /** The buyer asks for something else, since when he first asked for anything. */
    RefundFile asks(RefundRequest other) {
        return but(draft -> {
            draft.request = other;
            draft.changed = true;
            draft.allowance = allowance == null ? null : allowance.forgiven();
        });
    }

    RefundFile offered(OfferId offerId) {
        List<OfferId> all = new ArrayList<>(offers);
        all.add(offerId);
        return but(draft -> draft.offers = all);
    }

    RefundFile agreedOn(Money amount) {
        return but(draft -> draft.agreed = amount);
    }

    RefundFile with(@Nullable Allowance other) {
        return but(draft -> draft.allowance = other);
    }

    RefundFile knows(BuyerHistory heard) {
        return but(draft -> draft.history = heard);
    }

    private RefundFile but(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.file();
    }

    /** A file that is being changed. */
    private static final class Draft {
        private RefundRequest request;
        private @Nullable Decision decision;
        private String row;
        private @Nullable ParcelId interception;
        private boolean stopped;
        private boolean declined;
        private boolean forPeople;
        private boolean changed;
        private @Nullable Money agreed;
        private List<OfferId> offers;
        private @Nullable Allowance allowance;
        private @Nullable BuyerHistory history;

        private Draft(RefundFile file) {
            request = file.request;
            decision = file.decision;
            row = file.row;
            interception = file.interception;
            stopped = file.stopped;
            declined = file.declined;
            forPeople = file.forPeople;
            changed = file.changed;
            agreed = file.agreed;
            offers = file.offers;
            allowance = file.allowance;
            history = file.history;
        }

        private RefundFile file() {
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
                    history);
        }
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
