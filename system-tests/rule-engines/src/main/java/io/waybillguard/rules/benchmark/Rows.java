package io.waybillguard.rules.benchmark;

import static io.waybillguard.rules.benchmark.Column.*;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The twelve rows as data, from which both engines' rules are written. */
final class Rows {

    /**
     * One row.
     *
     * @param tests what must hold of each column: {@code true}, {@code false} or a comparison
     */
    record Row(String name, Map<Column, String> tests) {}

    static final List<Row> ALL =
            List.of(
                    row("over-refund", OVER_PAID, "true"),
                    row("shop:quality", REASON_QUALITY, "true", AMOUNT, "< 5000"),
                    row(
                            "fast-refund",
                            FAST_REFUND,
                            "true",
                            RETURNING,
                            "false",
                            SHIPPED,
                            "false",
                            VIRTUAL,
                            "false",
                            ORDER_AMOUNT,
                            "< 30000"),
                    row("pre-ship-agree", SHIPPED, "false", UNDER_PRE_SHIP, "true"),
                    row(
                            "small-amount",
                            SMALL_AMOUNT,
                            "true",
                            RETURNING,
                            "false",
                            SHIPPED,
                            "true",
                            AMOUNT,
                            "< 2000"),
                    row("already-back", RETURNING, "false", BACK, "true"),
                    row("lost-in-transit", LOST, "true", WITHIN_LOST_CAP, "true"),
                    row(
                            "intercept",
                            RETURNING,
                            "false",
                            SHIPPED,
                            "true",
                            PARCELS,
                            "= 1",
                            SIGNED,
                            "false",
                            STOPPABLE,
                            "true",
                            AMOUNT,
                            "< 50000",
                            FULL,
                            "true",
                            CROSS_BORDER,
                            "false",
                            FRESH,
                            "false",
                            VIRTUAL,
                            "false",
                            WHOLE_VEHICLE,
                            "false",
                            NORMAL_OPERATION,
                            "true",
                            AGREEMENT_COVERS,
                            "true",
                            WAYBILL_ENABLED,
                            "true",
                            STOPPED_BEFORE,
                            "false",
                            ASKED_BEFORE,
                            "false"),
                    row(
                            "reject-then-refund",
                            REJECT_THEN_REFUND,
                            "true",
                            RETURNING,
                            "false",
                            COLLECTED,
                            "true",
                            SIGNED,
                            "false"),
                    row(
                            "seven-day",
                            SEVEN_DAY,
                            "true",
                            RETURNING,
                            "true",
                            ALL_SEVEN_DAY,
                            "true",
                            HOURS_SINCE_SIGNATURE,
                            "<= 168"),
                    row(
                            "post-ship-return",
                            RETURNING,
                            "true",
                            SHIPPED,
                            "true",
                            UNDER_POST_SHIP,
                            "true"),
                    row("otherwise"));

    private Rows() {}

    private static Row row(String name, Object... tests) {
        Map<Column, String> all = new EnumMap<>(Column.class);
        for (int i = 0; i < tests.length; i += 2) {
            all.put((Column) tests[i], (String) tests[i + 1]);
        }
        return new Row(name, all);
    }
}
