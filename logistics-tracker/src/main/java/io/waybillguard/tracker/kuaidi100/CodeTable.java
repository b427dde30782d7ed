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
import static io.waybillguard.tracker.kuaidi100.CodeTable.Trust.CODE;
import static io.waybillguard.tracker.kuaidi100.CodeTable.Trust.REMARK;
import static io.waybillguard.tracker.kuaidi100.CodeTable.Trust.WORDS_FIRST;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Kuaidi100's status codes. A code is looked up whole: 1 is no prefix of 101 (ordered, no pickup)
 * nor of 10 to 14 (customs, refusal).
 */
final class CodeTable {

    /** How far a code is to be believed. */
    enum Trust {
        /** It says what the line says. */
        CODE,
        /** It is known to lag behind the line: where the words are clear, they count. */
        WORDS_FIRST,
        /** The provider's own remark on a silence: only clear words make a scan of it. */
        REMARK
    }

    /**
     * One row.
     *
     * @param name what the provider calls it; stands in {@code status} where there is no code
     * @param reason of a problem; null where the words must tell it
     * @param signedBy null where the words must tell it
     */
    record Row(
            String code,
            String name,
            ScanKind kind,
            @Nullable ProblemReason reason,
            @Nullable SignedBy signedBy,
            Trust trust) {}

    static final List<Row> ROWS =
            List.of(
                    row("1", "揽收", COLLECTED),
                    row("101", "已下单", ORDERED),
                    row("102", "待揽收", ORDERED),
                    row("103", "已揽收", COLLECTED),
                    row("0", "在途", ARRIVED, WORDS_FIRST),
                    row("1001", "到达派件城市", AT_DESTINATION),
                    row("1002", "干线", DEPARTED, WORDS_FIRST),
                    row("1003", "转递", REDIRECTED, WORDS_FIRST),
                    row("5", "派件", OUT_FOR_DELIVERY),
                    row("501", "投柜或驿站", STORED),
                    row("3", "签收", SIGNED),
                    signed("301", "本人签收", SignedBy.BUYER),
                    row("302", "派件异常后签收", SIGNED),
                    signed("303", "代签", SignedBy.OTHER_PERSON),
                    signed("304", "投柜或站签收", SignedBy.LOCKER_OR_STATION),
                    row("6", "退回", RETURNING),
                    row("4", "退签", RETURNED),
                    row("401", "已销单", CANCELLED),
                    row("14", "拒签", REFUSED),
                    row("7", "转投", REDIRECTED),
                    row("2", "疑难", PROBLEM),
                    row("201", "超时未签收", ScanKind.OTHER, REMARK),
                    row("202", "超时未更新", ScanKind.OTHER, REMARK),
                    row("203", "拒收", REFUSED),
                    row("204", "派件异常", DELIVERY_FAILED),
                    problem("205", "柜或驿站超时未取", ProblemReason.UNCLAIMED),
                    problem("206", "无法联系", ProblemReason.UNREACHABLE),
                    problem("207", "超区", ProblemReason.OUT_OF_ZONE),
                    problem("208", "滞留", ProblemReason.HELD),
                    problem("209", "破损", ProblemReason.DAMAGED),
                    row("210", "销单", CANCELLED),
                    row("8", "清关", CUSTOMS),
                    row("10", "待清关", CUSTOMS),
                    row("11", "清关中", CUSTOMS),
                    row("12", "已清关", CUSTOMS),
                    problem("13", "清关异常", ProblemReason.HELD));

    private static final Map<String, Row> BY_CODE = by(Row::code);
    private static final Map<String, Row> BY_NAME = by(Row::name);

    private CodeTable() {}

    /** The row of a line: by its code, else by the code's name; null when neither is known. */
    static @Nullable Row find(String code, String name) {
        Row row = BY_CODE.get(code.strip());
        return row == null ? BY_NAME.get(name.strip()) : row;
    }

    private static Map<String, Row> by(Function<Row, String> key) {
        return ROWS.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }

    private static Row row(String code, String name, ScanKind kind) {
        return row(code, name, kind, CODE);
    }

    private static Row row(String code, String name, ScanKind kind, Trust trust) {
        return new Row(code, name, kind, null, null, trust);
    }

    private static Row signed(String code, String name, SignedBy by) {
        return new Row(code, name, SIGNED, null, by, CODE);
    }

    private static Row problem(String code, String name, ProblemReason reason) {
        return new Row(code, name, PROBLEM, reason, null, CODE);
    }
}
