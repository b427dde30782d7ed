package io.waybillguard.events.policy;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.Money;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of a shop's own; an empty set or a null does not ask.
 *
 * @param name at most 64 characters
 * @param shipped whether a parcel was shipped
 * @param amountFrom the least refund, inclusive
 * @param amountUnder the limit, exclusive
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
        String because) {
    public ShopRule {
        name = Checks.text("name", name, 64);
        stages = Checks.set(stages);
        categories = Checks.set(categories);
        reasons = Checks.set(reasons);
        stallKinds = Checks.set(stallKinds);
        Checks.required("decision", decision);
        because = Checks.text("because", because, 512);
    }
}
