package io.waybillguard.tracker.sf;

import static io.waybillguard.tracker.lines.StatusTable.Row.code;
import static io.waybillguard.tracker.lines.StatusTable.Row.lagging;

import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.tracker.lines.StatusTable;

/** SF's operation codes ({@code opCode}); those after pickup and transport are not confirmed. */
public final class SfCodes {

    public static final StatusTable TABLE =
            StatusTable.of(
                    Sf.NAME,
                    code("50", "已收件", ScanKind.COLLECTED),
                    code("54", "上门收件", ScanKind.COLLECTED),
                    lagging("30", "分拣完毕，准备发往下一站", ScanKind.DEPARTED),
                    code("31", "到达", ScanKind.ARRIVED),
                    code("36", "离开", ScanKind.DEPARTED),
                    code("407", "发往下一站", ScanKind.DEPARTED),
                    lagging("501", "在途", ScanKind.DEPARTED),
                    code("44", "派送中", ScanKind.OUT_FOR_DELIVERY).unconfirmed(),
                    code("80", "已签收", ScanKind.SIGNED).unconfirmed(),
                    code("8000", "签收信息", ScanKind.SIGNED).unconfirmed(),
                    code("33", "派件异常", ScanKind.DELIVERY_FAILED).unconfirmed(),
                    code("70", "派件不成功", ScanKind.DELIVERY_FAILED).unconfirmed(),
                    lagging("99", "转寄", ScanKind.REDIRECTED).unconfirmed(),
                    lagging("648", "退回或转寄", ScanKind.RETURNING).unconfirmed());

    private SfCodes() {}
}
