package io.waybillguard.aftersales.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.allowance.AllowanceAnswer;
import io.waybillguard.events.allowance.AllowanceAnswer.AllowanceDenied;
import io.waybillguard.events.allowance.AllowanceAnswer.AllowanceGranted;
import io.waybillguard.events.allowance.AllowanceQuestion;
import io.waybillguard.events.allowance.AllowanceQuestion.AllowanceAsked;
import io.waybillguard.events.allowance.DayCap;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TreasurerTest {

    /** Noon in Shanghai. */
    private static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");

    private static final Instant MIDNIGHT = Instant.parse("2026-03-10T16:00:00Z");

    private final Books books = new Books();
    private final Treasurer treasurer =
            new Treasurer(
                    new DayCaps(Money.yuan(1000), Money.yuan(100), ZoneId.of("Asia/Shanghai")),
                    books);

    @Test
    void whatTheCapsAllowIsGrantedToTheFen() {
        assertThat(ask("r-1", "s-1", "b-1", Money.fen(9_999), NOON)).isEqualTo(granted("r-1"));
        assertThat(ask("r-2", "s-1", "b-1", Money.fen(1), NOON)).isEqualTo(granted("r-2"));
        assertThat(ask("r-3", "s-1", "b-1", Money.fen(1), NOON))
                .isEqualTo(denied("r-3", DayCap.BUYER, Money.yuan(100), Money.yuan(100)));
    }

    @Test
    void aBuyersDayIsOneOverAllShops() {
        ask("r-1", "s-1", "b-1", Money.yuan(60), NOON);

        assertThat(ask("r-2", "s-2", "b-1", Money.yuan(41), NOON))
                .isEqualTo(denied("r-2", DayCap.BUYER, Money.yuan(60), Money.yuan(100)));
        assertThat(ask("r-3", "s-2", "b-2", Money.yuan(41), NOON)).isEqualTo(granted("r-3"));
    }

    @Test
    void aShopsDayIsOneOverAllBuyers() {
        for (int buyer = 0; buyer < 10; buyer++) {
            assertThat(ask("r-" + buyer, "s-1", "b-" + buyer, Money.yuan(100), NOON))
                    .isEqualTo(granted("r-" + buyer));
        }

        assertThat(ask("r-x", "s-1", "b-x", Money.fen(1), NOON))
                .isEqualTo(denied("r-x", DayCap.SHOP, Money.yuan(1000), Money.yuan(1000)));
    }

    @Test
    void whatTheBuyersDayHasNoRoomForIsNotTheShopsExpense() {
        ask("r-1", "s-1", "b-1", Money.yuan(100), NOON);
        ask("r-2", "s-1", "b-1", Money.yuan(100), NOON);

        assertThat(books.spent("shop:s-1", midnightBefore())).isEqualTo(Money.yuan(100));
    }

    @Test
    void aDayEndsAtMidnightInItsZone() {
        ask("r-1", "s-1", "b-1", Money.yuan(100), MIDNIGHT.minusMillis(1));

        assertThat(ask("r-2", "s-1", "b-1", Money.yuan(100), MIDNIGHT))
                .isEqualTo(new AllowanceGranted(order("r-2"), new RefundId("r-2"), MIDNIGHT));
    }

    @Test
    void askedAgainItAnswersTheSameAndCountsNothingTwice() {
        ask("r-1", "s-1", "b-1", Money.yuan(70), NOON);

        assertThat(ask("r-1", "s-1", "b-1", Money.yuan(70), NOON)).isEqualTo(granted("r-1"));
        assertThat(books.spent("shop:s-1", midnightBefore())).isEqualTo(Money.yuan(70));
        assertThat(books.spent("buyer:b-1", midnightBefore())).isEqualTo(Money.yuan(70));
    }

    /** Whatever is asked in whatever order, and again: no day pays more than its cap. */
    @Test
    void noDayIsEverOverItsCap() {
        Random random = new Random(17);
        Map<String, Money> paid = new HashMap<>();
        int denied = 0;
        for (int asked = 0; asked < 20_000; asked++) {
            int request = random.nextInt(10_000);
            Random its = new Random(request);
            String shop = "s-" + its.nextInt(20);
            String buyer = "b-" + its.nextInt(400);
            Money amount = Money.fen(1 + its.nextInt(6_000));
            Instant at = NOON.plus(Duration.ofHours(its.nextInt(72)));
            if (ask("r-" + request, shop, buyer, amount, at) instanceof AllowanceGranted) {
                paid.put(shop + "/" + buyer + "/" + at + "/" + request, amount);
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
        assertThat(sum(books.days(), "shop:"))
                .isEqualTo(sum(books.days(), "buyer:"))
                .isEqualTo(paid.values().stream().mapToLong(Money::fen).sum());
    }

    private static long sum(Map<String, Money> days, String prefix) {
        return days.entrySet().stream()
                .filter(day -> day.getKey().startsWith(prefix))
                .mapToLong(day -> day.getValue().fen())
                .sum();
    }

    private AllowanceAnswer ask(
            String refund, String shop, String buyer, Money amount, Instant at) {
        Deque<AllowanceQuestion> open = new ArrayDeque<>();
        open.add(
                new AllowanceAsked(
                        DayCap.SHOP,
                        order(refund),
                        new ShopId(shop),
                        new BuyerId(buyer),
                        new RefundId(refund),
                        amount,
                        at));
        List<AllowanceAnswer> answers = new ArrayList<>();
        while (!open.isEmpty()) {
            Treasurer.Said said = treasurer.hear(open.remove());
            open.addAll(said.next());
            answers.addAll(said.answers());
        }
        assertThat(answers).hasSize(1);
        return answers.getFirst();
    }

    private static OrderId order(String refund) {
        return new OrderId("o-" + refund);
    }

    private static AllowanceGranted granted(String refund) {
        return new AllowanceGranted(order(refund), new RefundId(refund), NOON);
    }

    private static AllowanceDenied denied(String refund, DayCap by, Money spent, Money cap) {
        return new AllowanceDenied(order(refund), new RefundId(refund), by, spent, cap, NOON);
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
