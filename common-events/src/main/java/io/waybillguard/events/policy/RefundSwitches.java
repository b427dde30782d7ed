package io.waybillguard.events.policy;

import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.Money;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The named strategies a shop has switched on; what is null or false is off.
 *
 * @param fastRefund 极速退款; its limit is the platform's
 * @param preShipAgreeUnder 发货前自动同意: refunds strictly under it
 * @param smallAmount 小额自动退; its limit is the platform's
 * @param lostInTransitCap refunds up to and including it
 * @param rejectThenRefund 同意拒收后退款
 * @param sevenDayReturn 七天无理由自动退货
 * @param postShipReturnUnder 发货后自动退货退款: refunds strictly under it
 * @param preShipAgreeOrderUnder 发货前自动同意 also asks for an order amount strictly under it; null: it
 *     does not
 * @param preShipAgreeExcept 发货前自动同意 is not for orders with goods of these categories
 */
public record RefundSwitches(
        boolean fastRefund,
        @Nullable Money preShipAgreeUnder,
        boolean smallAmount,
        @Nullable Money lostInTransitCap,
        boolean rejectThenRefund,
        boolean sevenDayReturn,
        @Nullable Money postShipReturnUnder,
        @Nullable Money preShipAgreeOrderUnder,
        Set<String> preShipAgreeExcept) {

    public RefundSwitches {
        preShipAgreeExcept = Checks.set(preShipAgreeExcept);
    }

    /** 发货前自动同意 for whatever order and goods. */
    public RefundSwitches(
            boolean fastRefund,
            @Nullable Money preShipAgreeUnder,
            boolean smallAmount,
            @Nullable Money lostInTransitCap,
            boolean rejectThenRefund,
            boolean sevenDayReturn,
            @Nullable Money postShipReturnUnder) {
        this(
                fastRefund,
                preShipAgreeUnder,
                smallAmount,
                lostInTransitCap,
                rejectThenRefund,
                sevenDayReturn,
                postShipReturnUnder,
                null,
                Set.of());
    }

    /** Everything off. */
    public static final RefundSwitches NONE =
            new RefundSwitches(false, null, false, null, false, false, null);
}
