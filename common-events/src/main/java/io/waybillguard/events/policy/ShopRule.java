package io.waybillguard.events.policy;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.Region;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of a shop's own; an empty set or a null does not ask.
 *
 * @param name at most 64 characters
 * @param shipped whether a parcel was shipped
 * @param stages every parcel is in one of them
 * @param amountFrom the least refund, inclusive
 * @param amountUnder the limit of the refund, exclusive
 * @param categories all goods are of one of them
 * @param stallKinds a parcel has a stall of one of them, and of one of {@code stallLevels}
 * @param orderAmountFrom the least order amount, inclusive
 * @param orderAmountUnder the limit of the order amount, exclusive
 * @param couriers every parcel goes with one of them
 * @param regions every parcel goes to one of them, the order where none was shipped; one without a
 *     city is its whole province
 * @param buyerRefundsFrom the least number of refunds that the shop paid the buyer of late,
 *     inclusive
 * @param buyerRefundsUnder the limit of that number, exclusive
 */
public record ShopRule(
        String name,
        @Nullable Boolean shipped,
        Set<Stage> stages,
        @Nullable RefundKind kind,
        @Nullable Money amountFrom,
        @Nullable Money amountUnder,
        Set<String> categories,
        Set<RefundReason> reasons,
        Set<StallKind> stallKinds,
        Decision decision,
        String because,
        @Nullable Money orderAmountFrom,
        @Nullable Money orderAmountUnder,
        Set<StallLevel> stallLevels,
        Set<CourierCode> couriers,
        Set<Region> regions,
        @Nullable Integer buyerRefundsFrom,
        @Nullable Integer buyerRefundsUnder) {
    public ShopRule {
        name = Checks.text("name", name, 64);
        stages = Checks.set(stages);
        categories = Checks.set(categories);
        reasons = Checks.set(reasons);
        stallKinds = Checks.set(stallKinds);
        Checks.required("decision", decision);
        because = Checks.text("because", because, 512);
        stallLevels = Checks.set(stallLevels);
        couriers = Checks.set(couriers);
        regions = Checks.set(regions);
        if ((buyerRefundsFrom != null && buyerRefundsFrom < 0)
                || (buyerRefundsUnder != null && buyerRefundsUnder < 0)) {
            throw new IllegalArgumentException("refunds of a buyer are counted from 0 on");
        }
    }

    /** It holds, or not, by what the buyer was refunded of late. */
    public boolean asksBuyer() {
        return buyerRefundsFrom != null || buyerRefundsUnder != null;
    }

    /** Does not ask for the buyer's refunds. */
    public ShopRule(
            String name,
            @Nullable Boolean shipped,
            Set<Stage> stages,
            @Nullable RefundKind kind,
            @Nullable Money amountFrom,
            @Nullable Money amountUnder,
            Set<String> categories,
            Set<RefundReason> reasons,
            Set<StallKind> stallKinds,
            Decision decision,
            String because,
            @Nullable Money orderAmountFrom,
            @Nullable Money orderAmountUnder,
            Set<StallLevel> stallLevels,
            Set<CourierCode> couriers,
            Set<Region> regions) {
        this(
                name,
                shipped,
                stages,
                kind,
                amountFrom,
                amountUnder,
                categories,
                reasons,
                stallKinds,
                decision,
                because,
                orderAmountFrom,
                orderAmountUnder,
                stallLevels,
                couriers,
                regions,
                null,
                null);
    }

    /** Asks neither the order's amount nor stall levels, couriers or regions. */
    public ShopRule(
            String name,
            @Nullable Boolean shipped,
            Set<Stage> stages,
            @Nullable RefundKind kind,
            @Nullable Money amountFrom,
            @Nullable Money amountUnder,
            Set<String> categories,
            Set<RefundReason> reasons,
            Set<StallKind> stallKinds,
            Decision decision,
            String because) {
        this(
                name,
                shipped,
                stages,
                kind,
                amountFrom,
                amountUnder,
                categories,
                reasons,
                stallKinds,
                decision,
                because,
                null,
                null,
                Set.of(),
                Set.of(),
                Set.of());
    }
}
