package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybillguard.events.interception.InterceptionCommand.InterceptionRequested;
import io.waybillguard.events.interception.InterceptionResult.InterceptionFailed;
import io.waybillguard.events.interception.InterceptionResult.InterceptionUnknown;
import io.waybillguard.events.payout.PayoutCommand.PayoutRequested;
import io.waybillguard.events.payout.PayoutResult.PayoutPaid;
import io.waybillguard.events.payout.PayoutResult.PayoutParked;
import io.waybillguard.events.refund.Actor;
import io.waybillguard.events.refund.AftersalesEvent.CaseMoved;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.InterceptionId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final OrderId OURS = new OrderId("t1-00001");
    private static final RefundId REFUND = new RefundId("rf-t1-00001-0");
    private static final InterceptionId STOP = InterceptionId.of(REFUND);
    private static final ParcelId PARCEL = ParcelId.of("ZTO", "Z1");

    private final Ledger ledger = new Ledger("t1");

    @Test
    void otherRunsOrdersArePassedOver() {
        ledger.add(requested(new OrderId("t12-00001")));
        assertThat(ledger.tally().payouts().asked()).isEmpty();
        assertThat(ledger.tally().events()).isZero();
    }

    @Test
    void aPayoutIsPendingUntilItIsPaidOrParked() {
        ledger.add(requested(OURS));
        assertThat(ledger.tally().payouts().pending()).isEqualTo(1);
        ledger.add(new PayoutPaid(REFUND, OURS, Money.yuan(5), "p", NOON));
        assertThat(ledger.tally().payouts().pending()).isZero();
        assertThat(ledger.tally().payouts().paid()).containsEntry(REFUND, List.of(Money.yuan(5)));
    }

    @Test
    void aParkedPayoutIsNotPending() {
        ledger.add(requested(OURS));
        ledger.add(new PayoutParked(REFUND, OURS, Money.yuan(5), "why", NOON));
        assertThat(ledger.tally().payouts().pending()).isZero();
        assertThat(ledger.tally().payouts().paid()).isEmpty();
    }

    @Test
    void anInterceptionIsPendingWhileNobodyKnows() {
        ledger.add(new InterceptionRequested(STOP, REFUND, OURS, PARCEL, new ShopId("s"), NOON));
        ledger.add(new InterceptionUnknown(STOP, REFUND, OURS, PARCEL, "time-out", NOON));
        assertThat(ledger.tally().interceptions().pending()).isEqualTo(1);
        ledger.add(new InterceptionFailed(STOP, REFUND, OURS, PARCEL, "NO", NOON));
        assertThat(ledger.tally().interceptions().pending()).isZero();
    }

    @Test
    void aStoryHearsOfItsCase() throws InterruptedException {
        OrderNews news = ledger.about(OURS);
        ledger.add(moved(CaseState.MANUAL, MoveReason.DECIDED));
        news.await("manual", Duration.ZERO, known -> known.isIn(REFUND, CaseState.MANUAL));
        assertThatThrownBy(() ->
                        news.await("a decision", Duration.ZERO, known -> known.isDecided(REFUND)))
                .isInstanceOf(StoryBroken.class)
                .hasMessageContaining("a decision");
    }

    @Test
    void aStoryHearsThatADeadlineWasFaster() {
        OrderNews news = ledger.about(OURS);
        ledger.add(moved(CaseState.AWAITING_REJECTION, MoveReason.DECIDED));
        ledger.add(moved(CaseState.AWAITING_REJECTION, MoveReason.REFUSAL_WITHOUT_PROOF, 9));
        assertThat(news.holds(known -> known.isOvertaken(REFUND))).isFalse();
        ledger.add(moved(CaseState.PAYING, MoveReason.REJECTION_WAIT_OVER, 10_000));
        assertThat(news.holds(known -> known.isOvertaken(REFUND))).isTrue();
        assertThat(ledger.tally().cases().early()).isEmpty();
    }

    @Test
    void aDeadlineBeforeItsTimeIsAFaultAndNoExcuse() {
        OrderNews news = ledger.about(OURS);
        ledger.add(moved(CaseState.AWAITING_REJECTION, MoveReason.DECIDED));
        ledger.add(moved(CaseState.PAYING, MoveReason.REJECTION_WAIT_OVER, 9_999));
        assertThat(news.holds(known -> known.isOvertaken(REFUND))).isFalse();
        assertThat(ledger.tally().cases().early())
                .singleElement()
                .asString()
                .contains("REJECTION_WAIT_OVER after PT9.999S, not PT10S");
    }

    @Test
    void deadLettersAreCountedByTopicWhoseverTheyAre() {
        ledger.deadLetter("a.dlt");
        ledger.deadLetter("a.dlt");
        ledger.deadLetter("b.dlt");
        assertThat(ledger.tally().deadLetters()).isEqualTo(Map.of("a.dlt", 2L, "b.dlt", 1L));
    }

    private static CaseMoved moved(CaseState to, MoveReason because) {
        return moved(to, because, 0);
    }

    private static CaseMoved moved(CaseState to, MoveReason because, long afterMillis) {
        return new CaseMoved(
                OURS,
                new ShopId("s"),
                new BuyerId("b"),
                REFUND,
                null,
                to,
                because,
                Actor.SHOP,
                null,
                1,
                NOON.plusMillis(afterMillis));
    }

    private static PayoutRequested requested(OrderId order) {
        return new PayoutRequested(
                REFUND,
                order,
                new ShopId("s"),
                new BuyerId("b"),
                Money.yuan(5),
                Money.yuan(9),
                NOON);
    }
}
