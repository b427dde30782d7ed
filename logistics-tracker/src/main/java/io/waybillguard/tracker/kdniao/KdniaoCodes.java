package io.waybillguard.tracker.kdniao;

import static io.waybillguard.tracker.lines.StatusTable.Row.code;
import static io.waybillguard.tracker.lines.StatusTable.Row.lagging;
import static io.waybillguard.tracker.lines.StatusTable.Row.problem;
import static io.waybillguard.tracker.lines.StatusTable.Row.remark;
import static io.waybillguard.tracker.lines.StatusTable.Row.signed;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import io.waybillguard.tracker.lines.StatusTable;

/**
 * KDNiao's states, as {@code Action} of a line and as {@code State} and {@code StateEx} of a
 * parcel. 201 and 202 are not Kuaidi100's: here a parcel arrived and is out for delivery.
 */
public final class KdniaoCodes {

    public static final StatusTable TABLE =
            StatusTable.of(
                    Kdniao.NAME,
                    remark("0", "无轨迹"),
                    code("1", "揽收", ScanKind.COLLECTED),
                    code("10", "待揽件", ScanKind.ORDERED),
                    lagging("2", "在途", ScanKind.ARRIVED),
                    code("201", "到达派件城市", ScanKind.AT_DESTINATION),
                    code("202", "派件中", ScanKind.OUT_FOR_DELIVERY),
                    code("204", "到达转运中心", ScanKind.ARRIVED),
                    code("205", "到达派件网点", ScanKind.AT_DESTINATION),
                    code("206", "寄件网点发件", ScanKind.DEPARTED),
                    code("211", "已放入快递柜或驿站", ScanKind.STORED),
                    code("3", "签收", ScanKind.SIGNED),
                    code("301", "正常签收", ScanKind.SIGNED),
                    code("302", "异常后最终签收", ScanKind.SIGNED),
                    signed("304", "代收", SignedBy.OTHER_PERSON),
                    signed("311", "快递柜或驿站签收", SignedBy.LOCKER_OR_STATION),
                    lagging("4", "问题件", ScanKind.PROBLEM),
                    remark("401", "发货无信息"),
                    remark("402", "超时未签收"),
                    remark("403", "超时未更新"),
                    code("404", "拒收(退件)", ScanKind.REFUSED),
                    code("405", "派件异常", ScanKind.DELIVERY_FAILED),
                    code("406", "退货签收", ScanKind.RETURNED),
                    code("407", "退货未签收", ScanKind.RETURNING),
                    problem("412", "柜/驿站超时未取", ProblemReason.UNCLAIMED),
                    code("413", "单号已拦截", ScanKind.INTERCEPTED),
                    problem("414", "破损", ProblemReason.DAMAGED),
                    lagging("415", "客户取消", ScanKind.CANCELLED).unconfirmed(),
                    problem("416", "无法联系", ProblemReason.UNREACHABLE),
                    problem("417", "配送延迟", ProblemReason.DELAYED),
                    lagging("418", "快件取出", ScanKind.OTHER).unconfirmed(),
                    code("419", "重新派送", ScanKind.OUT_FOR_DELIVERY),
                    problem("420", "地址不详", ProblemReason.BAD_ADDRESS),
                    problem("421", "电话错误", ProblemReason.UNREACHABLE),
                    problem("422", "错分", ProblemReason.MISSORTED),
                    problem("423", "超区", ProblemReason.OUT_OF_ZONE),
                    code("5", "转寄", ScanKind.REDIRECTED),
                    code("6", "清关", ScanKind.CUSTOMS),
                    code("601", "待清关", ScanKind.CUSTOMS),
                    code("602", "清关中", ScanKind.CUSTOMS),
                    code("603", "已清关", ScanKind.CUSTOMS),
                    problem("604", "清关异常", ProblemReason.HELD));

    private KdniaoCodes() {}
}
