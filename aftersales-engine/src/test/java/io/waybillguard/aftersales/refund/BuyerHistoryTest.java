package io.waybillguard.aftersales.refund;

import static io.waybillguard.aftersales.fixtures.APolicy.aPolicy;
import static io.waybillguard.aftersales.fixtures.APolicy.ofBuyers;
import static io.waybillguard.aftersales.fixtures.AnOrder.NOON;
import static io.waybillguard.aftersales.fixtures.AnOrder.ORDER;
import static io.waybillguard.aftersales.fixtures.AnOrder.anOrder;
import static io.waybillguard.aftersales.refund.ADesk.REFUND;
import static io.waybillguard.aftersales.refund.ADesk.aDesk;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.aftersales.rules.BuyerHistory;
import io.waybillguard.events.allowance.AllowanceAnswer.BuyerRefundsCounted;
import io.waybillguard.events.allowance.AllowanceQuestion.BuyerRefunded;
import io.waybillguard.events.refund.AftersalesEvent.RefundDecided;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.types.Money;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shop's rule that asks how many refunds the buyer had of it. */
class BuyerHistoryTest {

    private static final Instant SINCE = NOON.minus(Duration.ofDays(30));
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final ADesk desk =
            aDesk(
                    aPolicy()
                            .fastRefund()
                            .rule(ofBuyers("often", Decision.MANUAL, 3, null))
                            .rule(ofBuyers("seldom", Decision.AUTO_REFUND, null, 2)),
                    anOrder());

    private void asked() {
        desk.at(NOON).refundAsked(RefundKind.REFUND_ONLY, Money.yuan(100));
    }

    private void counted(int refunds) {
        desk.answers(new BuyerRefundsCounted(ORDER, REFUND, refunds, SINCE, NOON));
    }

    @ParameterizedTest
    @CsvSource({
        "0, AUTO_REFUND, shop:seldom",
        "1, AUTO_REFUND, shop:seldom",
        "2, AUTO_REFUND, fast-refund",
        "3, MANUAL, shop:often",
        "99, MANUAL, shop:often"
    })
    void itIsDecidedByTheNumberOnceThatIsKnown(int refunds, Decision decision, String row) {
        assertThat(desk.wordsOf(this::asked))
                .containsExactly("null->WAITING_FOR_HISTORY DECIDED", "BuyerRefundsAsked");

        assertThat(desk.wordsOf(() -> counted(refunds)))
                .startsWith("decided " + decision + " " + row)
                .anyMatch(word -> word.endsWith("HISTORY_HEARD"));
    }

    @Test
    void whatWasKnownOfTheBuyerAndSinceWhenIsTold() {
        asked();
        counted(1);

        RefundDecided decided =
                desk.said().stream()
                        .filter(Message.Published.class::isInstance)
                        .map(message -> ((Message.Published) message).event())
                        .filter(RefundDecided.class::isInstance)
                        .map(RefundDecided.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(decided.explanation().told().get("en"))
                .contains("the shop had paid the buyer 1 refunds since");
        assertThat(decided.explanation().facts())
                .anySatisfy(fact -> {
                    assertThat(fact.name()).startsWith("buyer's refunds since");
                    assertThat(fact.value()).isEqualTo("1");
                });
    }

    @Test
    void whatIsNotKnownInTimeIsAPersonsAndNotPaidBySilence() {
        asked();
        assertThat(desk.wordsOf(() -> desk.at(NOON.plus(TEN_MINUTES).minusMillis(1)).pulse()))
                .isEmpty();

        assertThat(desk.wordsOf(() -> desk.at(NOON.plus(TEN_MINUTES)).pulse()))
                .as("waited for once more")
                .isEmpty();
        assertThat(desk.wordsOf(() -> desk.at(NOON.plus(TEN_MINUTES.multipliedBy(2))).pulse()))
                .containsExactly(
                        "decided MANUAL buyer-refunds-unknown",
                        "WAITING_FOR_HISTORY->MANUAL HISTORY_UNANSWERED");
        assertThat(desk.wordsOf(() -> counted(0))).isEmpty();
        desk.after(Duration.ofDays(1)).pulse().after(Duration.ofDays(9)).pulse();
        assertThat(desk.payouts()).isZero();
        assertThat(desk.theCase().state()).isEqualTo(CaseState.MANUAL);
    }

    @Test
    void aRequestThatIsChangedIsDecidedByWhatWasHeardBefore() {
        asked();
        counted(3);

        assertThat(desk.wordsOf(() -> desk.changed(RefundKind.REFUND_ONLY, Money.yuan(5))))
                .startsWith("redecided MANUAL shop:often");
        assertThat(desk.theCase().file().history()).isEqualTo(new BuyerHistory(3, SINCE, NOON));
    }

    @Test
    void aRequestThatWaitedThroughAnOutageIsDecidedByWhatIsHeardThen() {
        asked();
        desk.at(NOON.plus(Duration.ofHours(1))).pulse();

        assertThat(desk.wordsOf(() -> counted(3))).startsWith("decided MANUAL shop:often");
    }

    @Test
    void aShopThatAgreesWhileItWaitsIsTakenAtItsWord() {
        asked();

        assertThat(desk.wordsOf(desk::agreed))
                .containsExactly(
                        "decided MANUAL buyer-refunds-unknown",
                        "WAITING_FOR_HISTORY->PAYING MERCHANT_AGREED",
                        "PayoutRequested");
    }

    @Test
    void aRequestThatIsTakenBackWhileItWaitsIsDecidedAndOver() {
        asked();

        assertThat(desk.wordsOf(desk::withdrawn))
                .containsExactly(
                        "decided MANUAL buyer-refunds-unknown", "closed WITHDRAWN WITHDRAWN");
    }

    @Test
    void aShopWhoseRulesDoNotAskForTheBuyerDoesNotWait() {
        ADesk plain = aDesk(aPolicy().fastRefund(), anOrder());
        plain.refundAsked(RefundKind.REFUND_ONLY, Money.yuan(100));

        assertThat(plain.theCase().state()).isEqualTo(CaseState.PAYING);
    }

    @Test
    void aRefundThatIsPaidIsNotedOnce() {
        ADesk plain = aDesk(aPolicy().fastRefund(), anOrder());
        plain.refundAsked(RefundKind.REFUND_ONLY, Money.yuan(100));
        plain.happens(new CaseEvent.PaymentMade(Money.yuan(100)));
        plain.happens(new CaseEvent.PaymentMade(Money.yuan(100)));

        assertThat(plain.said())
                .filteredOn(message -> message instanceof Message.ToTreasurer(BuyerRefunded _))
                .hasSize(1);
    }
}
