package io.waybillguard.aftersales.stream;

import static io.waybillguard.aftersales.fixtures.AnOrder.BUYER;
import static io.waybillguard.aftersales.fixtures.AnOrder.NOON;
import static io.waybillguard.aftersales.fixtures.AnOrder.ORDER;
import static io.waybillguard.aftersales.fixtures.AnOrder.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.allowance.AllowanceAnswer.BuyerRefundsCounted;
import io.waybillguard.events.allowance.AllowanceQuestion.BuyerRefunded;
import io.waybillguard.events.allowance.AllowanceQuestion.BuyerRefundsAsked;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.ShopId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BuyersBookTest {

    private static final Instant SINCE = NOON.minus(Duration.ofDays(30));
    private static final RefundId REFUND = new RefundId("r-now");

    private final AnEngine engine = new AnEngine(SINCE.minus(Duration.ofDays(1)));

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void whatTheShopPaidTheBuyerOfLateIsCounted() {
        paid(SHOP, BUYER, "r-1", NOON.minusMillis(1));
        paid(SHOP, BUYER, "r-2", NOON.minusMillis(1));
        paid(new ShopId("another"), BUYER, "r-3", NOON.minusMillis(1));
        paid(SHOP, new BuyerId("another"), "r-4", NOON.minusMillis(1));

        assertThat(count()).isEqualTo(2);
        assertThat(engine.count("refund.allowances", "whose", "shop_buyer", "outcome", "noted"))
                .isEqualTo(4);
        assertThat(engine.count("refund.allowances", "whose", "shop_buyer", "outcome", "counted"))
                .isEqualTo(1);
    }

    @Test
    void whatWasPaidThirtyDaysAgoDoesNotCountAnyMore() {
        paid(SHOP, BUYER, "r-1", SINCE);
        paid(SHOP, BUYER, "r-2", SINCE.plusMillis(1));

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aRefundThatIsToldTwiceCountsOnce() {
        paid(SHOP, BUYER, "r-1", NOON.minusMillis(1));
        paid(SHOP, BUYER, "r-1", NOON.minusMillis(1));

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void ofBuyersWhoseNamesBeginAlikeEachHasABookOfItsOwn() {
        paid(SHOP, new BuyerId(BUYER.value() + "1"), "r-1", NOON.minusMillis(1));

        assertThat(count()).isZero();
    }

    @Test
    void aBuyerWhoWasNeverRefundedHadNone() {
        assertThat(count()).isZero();
    }

    private void paid(ShopId shop, BuyerId buyer, String refund, Instant at) {
        engine.at(at)
                .tell(
                        Topics.ALLOWANCE_QUESTIONS,
                        new BuyerRefunded(shop, buyer, new RefundId(refund), at));
    }

    private int count() {
        engine.at(NOON)
                .tell(
                        Topics.ALLOWANCE_QUESTIONS,
                        new BuyerRefundsAsked(ORDER, SHOP, BUYER, REFUND, NOON));
        return engine.read(Topics.ALLOWANCE_ANSWERS).stream()
                .map(BuyerRefundsCounted.class::cast)
                .reduce((_, last) -> last)
                .orElseThrow()
                .refunds();
    }
}
