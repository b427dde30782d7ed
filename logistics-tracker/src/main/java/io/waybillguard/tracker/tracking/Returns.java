package io.waybillguard.tracker.tracking;

import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.parcel.ParcelRole;
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
import java.util.Optional;

/** What after-sales requests say about parcels. */
public final class Returns {

    private Returns() {}

    /** The claim in a request; most say nothing about a parcel. */
    public static Optional<ParcelClaimed> in(AftersalesRequest request) {
        return switch (request) {
            case ReturnWaybillGiven given -> Optional.of(returned(given));
            case RefundRequested _,
                    RefundChanged _,
                    RefundWithdrawn _,
                    MerchantAgreed _,
                    MerchantRefused _,
                    OfferMade _,
                    OfferWithdrawn _,
                    OfferAccepted _,
                    OfferDeclined _,
                    ReturnConfirmed _ ->
                    Optional.empty();
        };
    }

    /** It goes to the shop: nobody tells where that is. */
    private static ParcelClaimed returned(ReturnWaybillGiven given) {
        return new ParcelClaimed(
                given.parcel(),
                given.orderId(),
                given.shopId(),
                given.buyerId(),
                ParcelRole.RETURN,
                "",
                "",
                null,
                given.at());
    }
}
