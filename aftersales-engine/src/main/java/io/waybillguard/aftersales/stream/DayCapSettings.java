package io.waybillguard.aftersales.stream;

import io.waybillguard.aftersales.allowance.DayCaps;
import io.waybillguard.events.types.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The most that rules alone may pay in a day, in yuan; what is more goes to a person. At 0 nothing
 * is automatic; where it says "none" there is no cap, and nothing waits for one.
 *
 * @param shop of one shop, inclusive; default 50000
 * @param buyer to one buyer, whatever the shop, inclusive; default 2000
 * @param zone in which a day begins; default Asia/Shanghai
 */
@Validated
@ConfigurationProperties("waybill.engine.day-caps")
record DayCapSettings(
        @NotNull @Pattern(regexp = AMOUNT) @DefaultValue("50000") String shop,
        @NotNull @Pattern(regexp = AMOUNT) @DefaultValue("2000") String buyer,
        @NotNull @DefaultValue("Asia/Shanghai") ZoneId zone) {

    private static final String NONE = "none";
    private static final String AMOUNT = NONE + "|\\d{1,12}(\\.\\d{1,2})?";

    DayCaps caps() {
        return new DayCaps(money(shop), money(buyer), zone);
    }

    private static @Nullable Money money(String yuan) {
        return yuan.equals(NONE)
                ? null
                : Money.fen(new BigDecimal(yuan).movePointRight(2).longValueExact());
    }
}
