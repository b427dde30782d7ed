package io.waybillguard.tracker.sf;

import java.util.function.UnaryOperator;

/**
 * One route as it is written; a text that is missing is empty.
 *
 * @param waybill may be a child's or a return's: the order's number stands beside it and is not
 *     read
 */
record Route(String waybill, String time, String address, String remark, String opCode) {

    /** What SF writes where it has nothing to say. */
    private static final String NOTHING = "-";

    /** A route by its fields' names. */
    static Route of(UnaryOperator<String> field) {
        String remark = field.apply("remark");
        return new Route(
                field.apply("mailno"),
                field.apply("acceptTime"),
                field.apply("acceptAddress"),
                remark.strip().equals(NOTHING) ? "" : remark,
                field.apply("opCode"));
    }
}
