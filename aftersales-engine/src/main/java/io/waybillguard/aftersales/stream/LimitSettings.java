package io.waybillguard.aftersales.stream;

import io.waybillguard.aftersales.rules.Limits;
import io.waybillguard.events.types.Money;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The platform's figures, in yuan.
 *
 * @param fastRefundUnder order amounts of 极速退款, strictly under; default 300
 * @param smallAmountUnder refunds of 小额自动退, strictly under; default 20
 * @param interceptUnder refunds of 物流拦截, strictly under; default 500
 * @param automaticCap the most that one refund may pay by a rule alone, inclusive; default 1000
 * @param returnWithin how long after the signature a return needs no reason, inclusive; default 7
 *     days
 * @param requestsPerOrder how many refund requests one order takes; one too many is put aside;
 *     default 50
 */
@Validated
@ConfigurationProperties("waybill.engine.limits")
record LimitSettings(
        @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 2) @DefaultValue("300")
                BigDecimal fastRefundUnder,
        @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 2) @DefaultValue("20")
                BigDecimal smallAmountUnder,
        @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 2) @DefaultValue("500")
                BigDecimal interceptUnder,
        @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 2) @DefaultValue("1000")
                BigDecimal automaticCap,
        @NotNull @DefaultValue("7d") Duration returnWithin,
        @Positive @DefaultValue("50") int requestsPerOrder) {

    @AssertTrue(message = "the time for returns without a reason must be positive")
    boolean isReturnPossible() {
        return returnWithin.isPositive();
    }

    Limits limits() {
        return new Limits(
                money(fastRefundUnder),
                money(smallAmountUnder),
                money(interceptUnder),
                money(automaticCap),
                returnWithin);
    }

    private static Money money(BigDecimal yuan) {
        return Money.fen(yuan.movePointRight(2).longValueExact());
    }
}
