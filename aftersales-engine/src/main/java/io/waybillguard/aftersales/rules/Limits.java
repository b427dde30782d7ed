package io.waybillguard.aftersales.rules;

import io.waybillguard.events.types.Money;
import java.time.Duration;

/**
 * The platform's figures.
 *
 * @param fastRefundUnder order amounts strictly under it
 * @param smallAmountUnder refunds strictly under it
 * @param interceptUnder refunds strictly under it
 * @param automaticCap the most that one refund may pay by a rule alone, inclusive
 * @param returnWithin how long after the signature a return needs no reason, inclusive
 */
public record Limits(
        Money fastRefundUnder,
        Money smallAmountUnder,
        Money interceptUnder,
        Money automaticCap,
        Duration returnWithin) {

    public static final Limits DEFAULT =
            new Limits(
                    Money.yuan(300),
                    Money.yuan(20),
                    Money.yuan(500),
                    Money.yuan(1000),
                    Duration.ofDays(7));
}
