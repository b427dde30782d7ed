package io.waybillguard.aftersales.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.allowance.AllowanceAnswer;
import io.waybillguard.events.allowance.AllowanceAnswer.AllowanceDenied;
import io.waybillguard.events.allowance.AllowanceAnswer.AllowanceGranted;
import io.waybillguard.events.allowance.AllowanceQuestion.AllowanceAsked;
import io.waybillguard.events.allowance.AllowanceQuestion.AllowanceReturned;
import io.waybillguard.events.allowance.DayCap;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TreasurerTest {

    /** Noon in Shanghai. */
    private static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");

    private static final Instant MIDNIGHT = Instant.parse("2026-03-10T16:00:00Z");

    private final Books books = new Books();
    private final Treasurer treasurer = treasurer(Money.yuan(1000), Money.yuan(100));

    private Treasurer treasurer(@Nullable Money shop, @Nullable Money buyer) {
        return new Treasurer(new DayCaps(shop, buyer, ZoneId.of("Asia/Shanghai")), books);
    }

    @Test
    void whatTheCapAllowsIsGrantedToTheFen() {
        assertThat(ask(DayCap.BUYER, "r-1", Money.fen(9_999), NOON))
                .isEqualTo(granted(DayCap.BUYER, "r-1", NOON));
        assertThat(ask(DayCap.BUYER, "r-2", Money.fen(1), NOON))
                .isEqualTo(granted(DayCap.BUYER, "r-2", NOON));
        assertThat(ask(DayCap.BUYER, "r-3", Money.fen(1), NOON))
                .isEqualTo(denied(DayCap.BUYER, "r-3", Money.yuan(100), Money.yuan(100)));
    }

    @Test
    void oneFenOverTheCapIsDeniedAndLeavesTheRoom() {
        assertThat(ask(DayCap.BUYER, "r-1", Money.fen(10_001), NOON))
                .isEqualTo(denied(DayCap.BUYER, "r-1", Money.ZERO, Money.yuan(100)));
        assertThat(ask(DayCap.BUYER, "r-2", Money.fen(10_000), NOON))
                .isEqualTo(granted(DayCap.BUYER, "r-2", NOON));
    }

    @Test
    void everyDayAnswersForItself() {
        ask(DayCap.BUYER, "r-1", Money.yuan(100), NOON);

        assertThat(ask(DayCap.SHOP, "r-2", Money.yuan(1000), NOON))
                .isEqualTo(granted(DayCap.SHOP, "r-2", NOON));
        assertThat(ask(DayCap.SHOP, "r-3", Money.fen(1), NOON))
                .isEqualTo(denied(DayCap.SHOP, "r-3", Money.yuan(1000), Money.yuan(1000)));
    }

    @Test
    void aCapOfNothingGrantsNothingAndNoCapGrantsAll() {
        Treasurer strict = treasurer(Money.ZERO, null);

        assertThat(strict.hear(asked(DayCap.SHOP, "s-1", "b-1", "r-1", Money.fen(1), NOON)))
                .isInstanceOf(AllowanceDenied.class);
        assertThat(strict.hear(asked(DayCap.BUYER, "s-1", "b-1", "r-1", Money.yuan(9_999), NOON)))
                .isInstanceOf(AllowanceGranted.class);
    }

    @Test
    void whatIsGivenBackIsRoomAgain() {
        ask(DayCap.BUYER, "r-1", Money.yuan(60), NOON);
        giveBack(DayCap.BUYER, "r-1", NOON);
        giveBack(DayCap.BUYER, "r-1", NOON);

        assertThat(ask(DayCap.BUYER, "r-2", Money.yuan(100), NOON))
                .isEqualTo(granted(DayCap.BUYER, "r-2", NOON));
    }

    @Test
    void whatWasNeverGrantedIsGivenBackWithoutHarm() {
        ask(DayCap.BUYER, "r-1", Money.yuan(60), NOON);
        ask(DayCap.BUYER, "r-2", Money.yuan(60), NOON);
        giveBack(DayCap.BUYER, "r-2", NOON);
        giveBack(DayCap.BUYER, "r-9", NOON);

        assertThat(books.spent("buyer:b-1", midnightBefore())).isEqualTo(Money.yuan(60));
    }

    @Test
    void aDayEndsAtMidnightInItsZone() {
        ask(DayCap.BUYER, "r-1", Money.yuan(100), MIDNIGHT.minusMillis(1));

        assertThat(ask(DayCap.BUYER, "r-2", Money.fen(1), MIDNIGHT.minusMillis(1)))
                .isInstanceOf(AllowanceDenied.class);
        assertThat(ask(DayCap.BUYER, "r-3", Money.yuan(100), MIDNIGHT))
                .isEqualTo(granted(DayCap.BUYER, "r-3", MIDNIGHT));
    }

    @Test
    void askedAgainItAnswersTheSameAndCountsNothingTwice() {
        ask(DayCap.SHOP, "r-1", Money.yuan(700), NOON);

        assertThat(ask(DayCap.SHOP, "r-1", Money.yuan(700), NOON))
                .isEqualTo(granted(DayCap.SHOP, "r-1", NOON));
        assertThat(books.spent("shop:s-1", midnightBefore())).isEqualTo(Money.yuan(700));
    }

    /** Whatever is asked and given back in whatever order, and again: no day is over its cap. */
    @Test
    void noDayIsEverOverItsCap() {
        Random random = new Random(17);
        Map<String, Money> held = new HashMap<>();
        int denied = 0;
        for (int asked = 0; asked < 20_000; asked++) {
            int request = random.nextInt(10_000);
            Random its = new Random(request);
            DayCap of = its.nextBoolean() ? DayCap.SHOP : DayCap.BUYER;
            String shop = "s-" + its.nextInt(20);
            String buyer = "b-" + its.nextInt(400);
            Money amount = Money.fen(1 + its.nextInt(6_000));
            Instant at = NOON.plus(Duration.ofHours(its.nextInt(72)));
            if (random.nextInt(4) == 0) {
                treasurer.hear(returned(of, shop, buyer, "r-" + request, at));
                held.remove("r-" + request);
            } else if (treasurer.hear(asked(of, shop, buyer, "r-" + request, amount, at))
                    instanceof AllowanceGranted) {
                held.put("r-" + request, amount);
            } else {
                denied++;
            }
        }
        assertThat(denied).isPositive();
        books.days()
                .forEach((key, spent) ->
                        assertThat(spent)
                                .as(key)
                                .isLessThanOrEqualTo(
                                        key.startsWith("shop:")
                                                ? Money.yuan(1000)
                                                : Money.yuan(100)));
        assertThat(books.days().values().stream().mapToLong(Money::fen).sum())
                .isEqualTo(held.values().stream().mapToLong(Money::fen).sum());
    }

    private @Nullable AllowanceAnswer ask(DayCap of, String refund, Money amount, Instant at) {
        return treasurer.hear(asked(of, "s-1", "b-1", refund, amount, at));
    }

    private void giveBack(DayCap of, String refund, Instant at) {
        assertThat(treasurer.hear(returned(of, "s-1", "b-1", refund, at))).isNull();
    }

    private static AllowanceAsked asked(
            DayCap of, String shop, String buyer, String refund, Money amount, Instant at) {
        return new AllowanceAsked(
                of,
                order(refund),
                new ShopId(shop),
                new BuyerId(buyer),
                new RefundId(refund),
                1,
                amount,
                at);
    }

    private static AllowanceReturned returned(
            DayCap of, String shop, String buyer, String refund, Instant at) {
        return new AllowanceReturned(
                of, new ShopId(shop), new BuyerId(buyer), new RefundId(refund), 1, at);
    }

    private static OrderId order(String refund) {
        return new OrderId("o-" + refund);
    }

    private static AllowanceGranted granted(DayCap of, String refund, Instant at) {
        return new AllowanceGranted(of, order(refund), new RefundId(refund), 1, at);
    }

    private static AllowanceDenied denied(DayCap of, String refund, Money spent, Money cap) {
        return new AllowanceDenied(of, order(refund), new RefundId(refund), 1, spent, cap, NOON);
    }

    private static Instant midnightBefore() {
        return MIDNIGHT.minus(Duration.ofDays(1));
    }

    /** In memory. */
    private static final class Books implements Ledger {

        private final Map<String, Money> days = new HashMap<>();
        private final Map<String, Money> grants = new HashMap<>();

        Map<String, Money> days() {
            return days;
        }

        @Override
        public Money spent(String purse, Instant day) {
            return days.getOrDefault(purse + day, Money.ZERO);
        }

        @Override
        public @Nullable Money granted(String purse, Instant day, RefundId refund) {
            return grants.get(purse + day + refund);
        }

        @Override
        public void note(
                String purse, Instant day, RefundId refund, @Nullable Money amount, Money spent) {
            days.put(purse + day, spent);
            if (amount == null) {
                grants.remove(purse + day + refund);
            } else {
                grants.put(purse + day + refund, amount);
            }
        }
    }
}
