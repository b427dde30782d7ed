package io.waybillguard.tracker.jt;

import static io.waybillguard.tracker.lines.StatusTable.Row.code;
import static io.waybillguard.tracker.lines.StatusTable.Row.lagging;
import static io.waybillguard.tracker.lines.StatusTable.Row.problem;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.tracker.lines.StatusTable;

/**
 * J&amp;T's scans: by the node's number or by the scan type's words, whichever a push has; and the
 * problem types, which tell more of a 问题件.
 */
public final class JtCodes {

    public static final StatusTable TABLE =
            StatusTable.of(
                    Jt.NAME,
                    code("1", "揽收", ScanKind.COLLECTED),
                    code("快件揽收", "揽收", ScanKind.COLLECTED),
                    code("2", "入仓", ScanKind.ARRIVED),
                    code("入仓扫描", "入仓", ScanKind.ARRIVED),
                    code("3", "发件", ScanKind.DEPARTED),
                    code("发件扫描", "发件", ScanKind.DEPARTED),
                    code("4", "到件", ScanKind.ARRIVED),
                    code("到件扫描", "到件", ScanKind.ARRIVED),
                    code("5", "出仓", ScanKind.OUT_FOR_DELIVERY),
                    code("出仓扫描", "出仓", ScanKind.OUT_FOR_DELIVERY),
                    code("6", "入库", ScanKind.STORED),
                    code("入库扫描", "入库", ScanKind.STORED),
                    code("7", "代理点收入", ScanKind.STORED),
                    code("代理点收入扫描", "代理点收入", ScanKind.STORED),
                    lagging("8", "快件取出", ScanKind.OTHER).unconfirmed(),
                    lagging("快件取出扫描", "快件取出", ScanKind.OTHER).unconfirmed(),
                    lagging("9", "出库", ScanKind.OTHER).unconfirmed(),
                    lagging("出库扫描", "出库", ScanKind.OTHER).unconfirmed(),
                    code("10", "签收", ScanKind.SIGNED),
                    code("快件签收", "签收", ScanKind.SIGNED),
                    code("11", "问题件", ScanKind.PROBLEM),
                    code("问题件扫描", "问题件", ScanKind.PROBLEM),
                    code("12", "安检", ScanKind.ARRIVED),
                    code("安检扫描", "安检", ScanKind.ARRIVED),
                    lagging("13", "其他", ScanKind.OTHER),
                    lagging("其他扫描", "其他", ScanKind.OTHER),
                    code("14", "退件", ScanKind.RETURNING),
                    code("退件扫描", "退件", ScanKind.RETURNING),
                    code("客户拒收", "客户拒收", ScanKind.REFUSED).unconfirmed(),
                    code("退回件-网点", "退回件", ScanKind.RETURNING).unconfirmed(),
                    code("退回件-中心", "退回件", ScanKind.RETURNING).unconfirmed(),
                    code("多次派件失败", "多次派件失败", ScanKind.DELIVERY_FAILED).unconfirmed(),
                    problem("收件人联系不上", "收件人联系不上", ProblemReason.UNREACHABLE).unconfirmed(),
                    problem("收件人信息错误", "收件人信息错误", ProblemReason.BAD_ADDRESS).unconfirmed(),
                    problem("收件地址不详", "收件地址不详", ProblemReason.BAD_ADDRESS).unconfirmed(),
                    problem("收件地址错误", "收件地址错误", ProblemReason.BAD_ADDRESS).unconfirmed(),
                    problem("包裹存放至网点", "包裹存放至网点", ProblemReason.HELD).unconfirmed(),
                    problem("包裹暂存网点", "包裹暂存网点", ProblemReason.HELD).unconfirmed(),
                    problem("更改派送时间", "更改派送时间", ProblemReason.DELAYED).unconfirmed(),
                    problem("包裹延迟-节假日", "包裹延迟", ProblemReason.DELAYED).unconfirmed(),
                    problem("异常天气", "异常天气", ProblemReason.DELAYED).unconfirmed());

    private JtCodes() {}
}
