package io.waybillguard.aftersales.rules;

import io.waybillguard.events.order.GoodsTrait;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallCause;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;

/** The constants of the published language as the shop's people say them. */
final class Chinese {

    private Chinese() {}

    static String of(Enum<?> constant) {
        return switch (constant) {
            case Stage stage -> of(stage);
            case StallKind kind -> of(kind);
            case StallLevel level -> level == StallLevel.STALLED ? "停滞" : "疑似丢失";
            case StallCause cause -> of(cause);
            case RefundKind kind -> kind == RefundKind.REFUND_ONLY ? "仅退款" : "退货退款";
            case RefundReason reason -> of(reason);
            case GoodsTrait trait -> of(trait);
            case Decision decision -> of(decision);
            default -> constant.name();
        };
    }

    private static String of(Stage stage) {
        return switch (stage) {
            case REGISTERED -> "待揽收";
            case COLLECTED -> "已揽收";
            case IN_TRANSIT -> "运输中";
            case AT_DESTINATION -> "已到达派件地";
            case OUT_FOR_DELIVERY -> "派件中";
            case STORED -> "已投柜或入驿站";
            case DELIVERY_FAILED -> "派件异常";
            case SIGNED -> "已签收";
            case REFUSED -> "已拒收";
            case RETURNING -> "退回中";
            case RETURNED -> "已退回";
            case CANCELLED -> "已销单";
        };
    }

    private static String of(StallKind kind) {
        return switch (kind) {
            case NOT_COLLECTED -> "已发货未揽收";
            case AFTER_PICKUP -> "揽收后停滞";
            case IN_TRANSIT -> "运转异常";
            case AT_DELIVERY -> "派签异常";
        };
    }

    private static String of(StallCause cause) {
        return switch (cause) {
            case SILENCE -> "长时间没有物流记录";
            case PROBLEM -> "快递报告了问题件";
            case DETOUR -> "绕行";
        };
    }

    private static String of(RefundReason reason) {
        return switch (reason) {
            case NOT_WANTED -> "不想要了";
            case NOT_SHIPPED -> "未发货";
            case NO_MOVEMENT -> "物流不更新";
            case LATE -> "未按时送达";
            case DAMAGED -> "破损";
            case WRONG_GOODS -> "发错货";
            case MISSING_GOODS -> "少件";
            case QUALITY -> "质量问题";
            case OTHER -> "其他";
        };
    }

    private static String of(GoodsTrait trait) {
        return switch (trait) {
            case FRESH -> "生鲜";
            case VIRTUAL -> "虚拟商品";
            case WHOLE_VEHICLE -> "整车";
            case SEVEN_DAY_RETURN -> "支持七天无理由的商品";
        };
    }

    private static String of(Decision decision) {
        return switch (decision) {
            case AUTO_REFUND -> "自动退款";
            case APPROVE_RETURN -> "同意退货";
            case INTERCEPT -> "物流拦截";
            case REJECT_THEN_REFUND -> "同意拒收后退款";
            case MANUAL -> "人工处理";
        };
    }
}
