package io.waybillguard.local.demo;

import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import java.util.List;

/**
 * One scenario with everybody in it named.
 *
 * @param parcels one for each of the scenario's trips
 * @param back the parcel in which goods are sent back, should they be
 * @param again the parcel in which the goods come once more, should they
 */
record Part(
        Scenario scenario,
        OrderId order,
        ShopId shop,
        BuyerId buyer,
        Region destination,
        List<Parcel> parcels,
        List<Parcel> back,
        List<Parcel> again) {

    Part {
        parcels = List.copyOf(parcels);
        back = List.copyOf(back);
        again = List.copyOf(again);
    }

    /** The id of the order's refund request number {@code n}, from 0. */
    RefundId refund(int n) {
        return new RefundId("rf-" + order.value() + "-" + n);
    }
}
