package io.waybillguard.tracker.sto;

import static io.waybillguard.tracker.lines.StatusTable.Row.code;
import static io.waybillguard.tracker.lines.StatusTable.Row.lagging;
import static io.waybillguard.tracker.lines.StatusTable.Row.signed;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import io.waybillguard.tracker.lines.StatusTable;
import io.waybillguard.tracker.lines.StatusTable.Row;

/** STO's scan types, which are words; what is wrong with a 问题件 stands in its line. */
public final class StoCodes {

    public static final StatusTable TABLE =
            StatusTable.of(
                    Sto.NAME,
                    code("收件", "收件", ScanKind.COLLECTED),
                    code("发件", "发件", ScanKind.DEPARTED),
                    code("到件", "到件", ScanKind.ARRIVED),
                    code("派件", "派件", ScanKind.OUT_FOR_DELIVERY),
                    code("第三方代派", "第三方代派", ScanKind.OUT_FOR_DELIVERY),
                    code("问题件", "问题件", ScanKind.PROBLEM),
                    code("退回", "退回", ScanKind.RETURNING),
                    code("退回件", "退回件", ScanKind.RETURNING),
                    Row.problem("留仓件", "留仓件", ProblemReason.HELD).unconfirmed(),
                    signed("快件取出", "快件取出", SignedBy.LOCKER_OR_STATION).unconfirmed(),
                    lagging("代取快递", "代取快递", ScanKind.OTHER).unconfirmed(),
                    code("派件入柜", "派件入柜", ScanKind.STORED),
                    code("柜机代收", "柜机代收", ScanKind.STORED),
                    code("驿站代收", "驿站代收", ScanKind.STORED),
                    code("第三方代收", "第三方代收", ScanKind.STORED).unconfirmed(),
                    code("签收", "签收", ScanKind.SIGNED),
                    code("客户签收", "客户签收", ScanKind.SIGNED).unconfirmed(),
                    code("改地址件", "改地址件", ScanKind.REDIRECTED).unconfirmed());

    private StoCodes() {}
}
