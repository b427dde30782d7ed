package io.waybillguard.aftersales.stream;

import io.waybillguard.aftersales.allowance.DayCaps;
import io.waybillguard.events.types.Money;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The most that rules alone may pay in a day, in yuan; what is more goes to a person.
 *
 * @param shop of one shop, inclusive; default 50000
 * @param buyer to one buyer, whatever the shop, inclusive; default 2000
 * @param zone in which a day begins; default Asia/Shanghai
 */
@Validated
@ConfigurationProperties("waybill.engine.day-caps")
record DayCapSettings(
        @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 2) @DefaultValue("50000")
                BigDecimal shop,
        @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 2) @DefaultValue("2000")
                BigDecimal buyer,
        @NotNull @DefaultValue("Asia/Shanghai") ZoneId zone) {

    DayCaps caps() {
        return new DayCaps(money(shop), money(buyer), zone);
    }

    private static Money money(BigDecimal yuan) {
        return Money.fen(yuan.movePointRight(2).longValueExact());
    }
}
