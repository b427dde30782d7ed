package io.waybillguard.aftersales.stream;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What shops' rules may ask of a buyer.
 *
 * @param buyerHistory how far back a shop's refunds of a buyer count; default 30 days, at most 180
 */
@Validated
@ConfigurationProperties("waybill.engine")
record HistorySettings(@NotNull @DefaultValue("30d") Duration buyerHistory) {

    @AssertTrue(message = "a buyer's refunds count for a while, at most 180 days")
    boolean isPossible() {
        return buyerHistory.isPositive() && buyerHistory.compareTo(BuyersBook.LONGEST) <= 0;
    }
}
