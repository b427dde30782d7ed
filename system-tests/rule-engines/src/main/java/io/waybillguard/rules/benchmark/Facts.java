package io.waybillguard.rules.benchmark;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** A question as the engines see it: a flag or a number for each column. */
public final class Facts {

    /** Hours, for what is not signed. */
    static final long NEVER = 1_000_000;

    private final boolean[] flags = new boolean[Column.values().length];
    private final long[] numbers = new long[Column.values().length];

    Facts(Map<Column, Object> told) {
        EnumMap<Column, Object> all = new EnumMap<>(Column.class);
        all.putAll(told);
        for (Column column : Column.values()) {
            Object value = all.get(column);
            if (column.isNumber()) {
                numbers[column.ordinal()] =
                        value == null
                                ? (column == Column.HOURS_SINCE_SIGNATURE ? NEVER : 0)
                                : ((Number) value).longValue();
            } else {
                flags[column.ordinal()] = Boolean.TRUE.equals(value);
            }
        }
    }

    /** The flag of a column. */
    public boolean flag(Column column) {
        return flags[column.ordinal()];
    }

    /** The number of a column. */
    public long number(Column column) {
        return numbers[column.ordinal()];
    }

    /** By the labels of the columns. */
    Map<String, Object> asMap() {
        Map<String, Object> map = new HashMap<>();
        for (Column column : Column.values()) {
            map.put(
                    column.label(),
                    column.isNumber()
                            ? (Object) java.math.BigDecimal.valueOf(number(column))
                            : (Object) flag(column));
        }
        return map;
    }

    public boolean isReturning() {
        return flag(Column.RETURNING);
    }

    public boolean isOverPaid() {
        return flag(Column.OVER_PAID);
    }

    public boolean isShipped() {
        return flag(Column.SHIPPED);
    }

    public boolean isCollected() {
        return flag(Column.COLLECTED);
    }

    public boolean isSigned() {
        return flag(Column.SIGNED);
    }

    public boolean isBack() {
        return flag(Column.BACK);
    }

    public boolean isLost() {
        return flag(Column.LOST);
    }

    public long getAmount() {
        return number(Column.AMOUNT);
    }

    public long getOrderAmount() {
        return number(Column.ORDER_AMOUNT);
    }

    public boolean isVirtual() {
        return flag(Column.VIRTUAL);
    }

    public boolean isFresh() {
        return flag(Column.FRESH);
    }

    public boolean isWholeVehicle() {
        return flag(Column.WHOLE_VEHICLE);
    }

    public boolean isAllSevenDay() {
        return flag(Column.ALL_SEVEN_DAY);
    }

    public boolean isCrossBorder() {
        return flag(Column.CROSS_BORDER);
    }

    public long getParcels() {
        return number(Column.PARCELS);
    }

    public boolean isStoppable() {
        return flag(Column.STOPPABLE);
    }

    public boolean isFull() {
        return flag(Column.FULL);
    }

    public long getHoursSinceSignature() {
        return number(Column.HOURS_SINCE_SIGNATURE);
    }

    public boolean isReasonQuality() {
        return flag(Column.REASON_QUALITY);
    }

    public boolean isFastRefund() {
        return flag(Column.FAST_REFUND);
    }

    public boolean isUnderPreShip() {
        return flag(Column.UNDER_PRE_SHIP);
    }

    public boolean isSmallAmount() {
        return flag(Column.SMALL_AMOUNT);
    }

    public boolean isWithinLostCap() {
        return flag(Column.WITHIN_LOST_CAP);
    }

    public boolean isRejectThenRefund() {
        return flag(Column.REJECT_THEN_REFUND);
    }

    public boolean isSevenDay() {
        return flag(Column.SEVEN_DAY);
    }

    public boolean isUnderPostShip() {
        return flag(Column.UNDER_POST_SHIP);
    }

    public boolean isNormalOperation() {
        return flag(Column.NORMAL_OPERATION);
    }

    public boolean isAgreementCovers() {
        return flag(Column.AGREEMENT_COVERS);
    }

    public boolean isWaybillEnabled() {
        return flag(Column.WAYBILL_ENABLED);
    }

    public boolean isStoppedBefore() {
        return flag(Column.STOPPED_BEFORE);
    }

    public boolean isAskedBefore() {
        return flag(Column.ASKED_BEFORE);
    }
}
