package io.waybillguard.events.refund;

import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds of the parts of a refund request. */
final class Asked {

    static final int LINES_AT_MOST = 200;

    private Asked() {}

    static List<String> evidence(@Nullable List<String> told) {
        List<String> evidence = Checks.list("evidence", told, 20);
        evidence.forEach(address -> Checks.text("evidence", address, 512));
        return evidence;
    }

    /** The items of a request for {@code amount}, which must be more than nothing. */
    static List<RefundLine> lines(@Nullable List<RefundLine> told, Money amount) {
        if (amount.isZero()) {
            throw new IllegalArgumentException("amount is nothing");
        }
        List<RefundLine> lines = Checks.list("lines", told, LINES_AT_MOST);
        Set<String> skus = new HashSet<>();
        Money sum = Money.ZERO;
        for (RefundLine line : lines) {
            if (!skus.add(line.sku())) {
                throw new IllegalArgumentException("lines have " + line.sku() + " twice");
            }
            if (line.amount().isOver(amount.minusOrZero(sum))) {
                throw new IllegalArgumentException("lines are more than the amount");
            }
            sum = sum.plus(line.amount());
        }
        if (!lines.isEmpty() && !sum.equals(amount)) {
            throw new IllegalArgumentException("lines do not add up to the amount");
        }
        return lines;
    }
}
