package io.waybillguard.aftersales.rules;

import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.types.Money;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule that holds may not pay alone: the platform's caps of the day; or decide alone: what it
 * would have to know of the buyer is not known.
 *
 * @param spent of that day, where the shop may know it
 * @param cap of that day; null where that is not known
 */
public record HeldBack(By by, @Nullable Money spent, @Nullable Money cap) {

    /** What holds it back. */
    public enum By {
        SHOP_DAY("shop-day-cap", Because.OVER_SHOP_DAY),
        BUYER_DAY("buyer-day-cap", Because.OVER_BUYER_DAY),
        UNANSWERED("day-caps-unanswered", Because.DAY_UNKNOWN),
        HISTORY("buyer-refunds-unknown", Because.BUYER_UNKNOWN);

        private final String row;
        private final Because because;

        By(String row, Because because) {
            this.row = row;
            this.because = because;
        }

        static boolean isRow(String name) {
            for (By each : values()) {
                if (each.row.equals(name)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The shop's day has no room. */
    public static HeldBack byShopDay(Money spent, Money cap) {
        return new HeldBack(By.SHOP_DAY, spent, cap);
    }

    /** The buyer's day has none; what other shops paid is not told. */
    public static HeldBack byBuyerDay(Money cap) {
        return new HeldBack(By.BUYER_DAY, null, cap);
    }

    /** Whether the days have room was not heard in time. */
    public static HeldBack unanswered() {
        return new HeldBack(By.UNANSWERED, null, null);
    }

    /** The shop's rules ask for the buyer's refunds, and they are not known. */
    public static HeldBack historyUnknown() {
        return new HeldBack(By.HISTORY, null, null);
    }

    /** What the table answers, or a person's case where a rule alone would pay, or decide. */
    public Verdict over(Verdict verdict) {
        return holds(verdict.decision())
                ? verdict.overruled(by.row, reason(), by.because)
                : verdict;
    }

    private boolean holds(Decision decision) {
        return switch (by) {
            case SHOP_DAY, BUYER_DAY, UNANSWERED -> decision == Decision.AUTO_REFUND;
            case HISTORY -> decision != Decision.MANUAL;
        };
    }

    private Phrase reason() {
        return switch (by) {
            case HISTORY -> Phrase.of(Reason.BUYER_REFUNDS_UNKNOWN);
            case SHOP_DAY -> Phrase.of(Reason.SHOP_DAY_FULL, of(spent), of(cap));
            case BUYER_DAY -> Phrase.of(Reason.BUYER_DAY_FULL, of(cap));
            case UNANSWERED -> Phrase.of(Reason.DAY_UNANSWERED);
        };
    }

    private static Money of(@Nullable Money known) {
        return known == null ? Money.ZERO : known;
    }
}
