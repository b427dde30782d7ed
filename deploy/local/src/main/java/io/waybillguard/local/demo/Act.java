package io.waybillguard.local.demo;

import io.waybillguard.events.refund.GivenBy;
import io.waybillguard.events.refund.RefusalProof;
import io.waybillguard.events.types.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people and couriers do once a request is decided, or a parcel stalled. */
sealed interface Act {

    /** The buyer takes the request back. */
    record Withdraw() implements Act {}

    /** The shop agrees. */
    record Agree() implements Act {}

    /**
     * The shop refuses.
     *
     * @param proof what it shows; null: nothing
     */
    record Refuse(RefusalProof.@Nullable Kind proof) implements Act {}

    /** The goods go back to the shop; the trip's times are before the demo's now. */
    record SendBack(GivenBy by, Trip trip) implements Act {}

    /** The shop has the goods back. */
    record Confirm() implements Act {}

    /**
     * The shop offers something else instead.
     *
     * @param part of the money; null: the goods once more
     */
    record Offer(@Nullable Money part) implements Act {}

    /** The buyer accepts what was offered last. */
    record Accept() implements Act {}

    /** The buyer declines what was offered last. */
    record Decline() implements Act {}

    /** The shop ships the goods once more; the trip's times are before the demo's now. */
    record ShipAgain(Trip trip) implements Act {}

    /** The first parcel is scanned again, now, in this order. */
    record Move(List<LineKind> kinds) implements Act {

        public Move {
            kinds = List.copyOf(kinds);
        }
    }
}
