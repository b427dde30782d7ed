package io.waybillguard.tracker.yunda;

import static io.waybillguard.tracker.lines.StatusTable.Row.code;
import static io.waybillguard.tracker.lines.StatusTable.Row.lagging;

import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.tracker.lines.StatusTable;

/**
 * Yunda's actions, and its statuses where a push has no action; a word that is both means the same.
 */
public final class YundaCodes {

    public static final StatusTable TABLE =
            StatusTable.of(
                    Yunda.NAME,
                    code("ACCEPT", "接单", ScanKind.ORDERED),
                    code("GOT", "揽收", ScanKind.COLLECTED),
                    lagging("TRANSIT", "运输中", ScanKind.ARRIVED),
                    code("ARRIVAL", "到件", ScanKind.ARRIVED),
                    code("DEPARTURE", "发件", ScanKind.DEPARTED),
                    code("SENT", "派件", ScanKind.OUT_FOR_DELIVERY),
                    code("INBOUND", "入库或入柜", ScanKind.STORED).unconfirmed(),
                    lagging("OUTBOUND", "出库", ScanKind.OTHER).unconfirmed(),
                    code("SIGNED", "签收", ScanKind.SIGNED),
                    code("SIGNFAIL", "签收失败", ScanKind.DELIVERY_FAILED),
                    code("RETURN", "退回", ScanKind.RETURNING),
                    code("ISSUE", "问题件", ScanKind.PROBLEM),
                    code("REJECTION", "拒收", ScanKind.REFUSED),
                    code("TRANSFER", "转寄", ScanKind.REDIRECTED).unconfirmed(),
                    lagging("OTHER", "其他", ScanKind.OTHER));

    private YundaCodes() {}
}
