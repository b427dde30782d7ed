package io.waybillguard.events.policy;

import io.waybillguard.events.types.Money;
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
 */
public record RefundSwitches(
        boolean fastRefund,
        @Nullable Money preShipAgreeUnder,
        boolean smallAmount,
        @Nullable Money lostInTransitCap,
        boolean rejectThenRefund,
        boolean sevenDayReturn,
        @Nullable Money postShipReturnUnder) {

    /** Everything off. */
    public static final RefundSwitches NONE =
            new RefundSwitches(false, null, false, null, false, false, null);
}
