package io.waybillguard.tracker.kuaidi100;

import static io.waybillguard.events.parcel.ScanKind.ARRIVED;
import static io.waybillguard.events.parcel.ScanKind.AT_DESTINATION;
import static io.waybillguard.events.parcel.ScanKind.CANCELLED;
import static io.waybillguard.events.parcel.ScanKind.COLLECTED;
import static io.waybillguard.events.parcel.ScanKind.CUSTOMS;
import static io.waybillguard.events.parcel.ScanKind.DELIVERY_FAILED;
import static io.waybillguard.events.parcel.ScanKind.DEPARTED;
import static io.waybillguard.events.parcel.ScanKind.ORDERED;
import static io.waybillguard.events.parcel.ScanKind.OUT_FOR_DELIVERY;
import static io.waybillguard.events.parcel.ScanKind.PROBLEM;
import static io.waybillguard.events.parcel.ScanKind.REDIRECTED;
import static io.waybillguard.events.parcel.ScanKind.REFUSED;
import static io.waybillguard.events.parcel.ScanKind.RETURNED;
import static io.waybillguard.events.parcel.ScanKind.RETURNING;
import static io.waybillguard.events.parcel.ScanKind.SIGNED;
import static io.waybillguard.events.parcel.ScanKind.STORED;
import static io.waybillguard.tracker.lines.StatusTable.Row.code;
import static io.waybillguard.tracker.lines.StatusTable.Row.family;
import static io.waybillguard.tracker.lines.StatusTable.Row.lagging;
import static io.waybillguard.tracker.lines.StatusTable.Row.problem;
import static io.waybillguard.tracker.lines.StatusTable.Row.remark;
import static io.waybillguard.tracker.lines.StatusTable.Row.signed;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.SignedBy;
import io.waybillguard.tracker.lines.StatusTable;
import io.waybillguard.tracker.lines.StatusTable.Row;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Kuaidi100's status codes: 1 is no prefix of 101 (ordered, no pickup) nor of 10 to 14 (customs,
 * refusal). The basic states 1, 2, 4 and 5 stand for all codes of their family where a subscriber
 * gets no finer ones.
 */
public final class CodeTable {

    /** The table. */
    public static final StatusTable CODES =
            StatusTable.of(
                    Kuaidi100.NAME,
                    family("1", "揽收", COLLECTED, ORDERED),
                    code("101", "已下单", ORDERED),
                    code("102", "待揽收", ORDERED),
                    code("103", "已揽收", COLLECTED),
                    lagging("0", "在途", ARRIVED),
                    code("1001", "到达派件城市", AT_DESTINATION),
                    lagging("1002", "干线", DEPARTED),
                    lagging("1003", "转递", REDIRECTED),
                    family("5", "派件", OUT_FOR_DELIVERY, STORED),
                    code("501", "投柜或驿站", STORED),
                    code("3", "签收", SIGNED),
                    signed("301", "本人签收", SignedBy.BUYER),
                    code("302", "派件异常后签收", SIGNED),
                    signed("303", "代签", SignedBy.OTHER_PERSON),
                    signed("304", "投柜或站签收", SignedBy.LOCKER_OR_STATION),
                    code("6", "退回", RETURNING),
                    family("4", "退签", RETURNED, CANCELLED, REFUSED),
                    code("401", "已销单", CANCELLED),
                    code("14", "拒签", REFUSED),
                    code("7", "转投", REDIRECTED),
                    family("2", "疑难", PROBLEM, REFUSED, DELIVERY_FAILED, CANCELLED),
                    remark("201", "超时未签收"),
                    remark("202", "超时未更新"),
                    code("203", "拒收", REFUSED),
                    code("204", "派件异常", DELIVERY_FAILED),
                    problem("205", "柜或驿站超时未取", ProblemReason.UNCLAIMED),
                    problem("206", "无法联系", ProblemReason.UNREACHABLE),
                    problem("207", "超区", ProblemReason.OUT_OF_ZONE),
                    problem("208", "滞留", ProblemReason.HELD),
                    problem("209", "破损", ProblemReason.DAMAGED),
                    code("210", "销单", CANCELLED),
                    code("8", "清关", CUSTOMS),
                    code("10", "待清关", CUSTOMS),
                    code("11", "清关中", CUSTOMS),
                    code("12", "已清关", CUSTOMS),
                    problem("13", "清关异常", ProblemReason.HELD));

    private static final Map<String, String> BY_NAME =
            CODES.rows().stream().collect(Collectors.toUnmodifiableMap(Row::name, Row::code));

    private CodeTable() {}

    /** A line's code; where it bears none that is known, the one that goes by {@code name}. */
    static String codeOf(String code, String name) {
        return CODES.find(code) == null ? BY_NAME.getOrDefault(name.strip(), code) : code;
    }
}
