package io.waybillguard.aftersales.stream;

import static io.waybillguard.aftersales.fixtures.APolicy.aPolicy;
import static io.waybillguard.aftersales.fixtures.AnOrder.BUYER;
import static io.waybillguard.aftersales.fixtures.AnOrder.NOON;
import static io.waybillguard.aftersales.fixtures.AnOrder.ORDER;
import static io.waybillguard.aftersales.fixtures.AnOrder.SHOP;
import static io.waybillguard.aftersales.fixtures.AnOrder.anOrder;
import static io.waybillguard.events.types.Money.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.allowance.AllowanceAnswer;
import io.waybillguard.events.allowance.AllowanceAnswer.AllowanceGranted;
import io.waybillguard.events.allowance.AllowanceQuestion.AllowanceAsked;
import io.waybillguard.events.allowance.DayCap;
import io.waybillguard.events.payout.PayoutResult.PayoutDeclined;
import io.waybillguard.events.policy.PolicyEvent.ShopPolicySet;
import io.waybillguard.events.refund.AftersalesEvent;
import io.waybillguard.events.refund.AftersalesEvent.CaseMoved;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The caps of a day through both hops: the question to its day, the answer to its order. */
class DayCapsTopologyTest {

    private static final RefundId REFUND = new RefundId("r-1");
    private static final RefundId OTHER = new RefundId("r-2");

    private final AnEngine engine =
            new AnEngine(NOON, AnEngine.Set.AS_USUAL.capped(yuan(50_000), yuan(100)));

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aRefundWithinTheCapsIsPaidAfterBothDaysWereAsked() {
        known();
        ask(REFUND, yuan(60));

        assertThat(moves())
                .containsExactly("CHECKING_ALLOWANCE DECIDED", "PAYING ALLOWANCE_GRANTED");
        assertThat(engine.read(Topics.PAYOUTS)).hasSize(1);
        assertThat(engine.read(Topics.ALLOWANCE_QUESTIONS))
                .extracting(question -> question.purse())
                .containsExactly("shop:" + SHOP.value(), "buyer:" + BUYER.value());
        assertThat(engine.count("refund.allowances", "whose", "buyer", "outcome", "granted"))
                .isEqualTo(1);
    }

    @Test
    void whatABuyersDayHasNoRoomForIsAPersonsAndTheShopsDayGetsItBack() {
        known();
        ask(REFUND, yuan(60));
        ask(OTHER, yuan(41));

        assertThat(moves())
                .containsExactly(
                        "CHECKING_ALLOWANCE DECIDED",
                        "PAYING ALLOWANCE_GRANTED",
                        "CHECKING_ALLOWANCE DECIDED",
                        "MANUAL ALLOWANCE_DENIED");
        assertThat(engine.read(Topics.PAYOUTS)).hasSize(1);
        assertThat(engine.count("refund.redecisions", "decision", "MANUAL", "row", "buyer-day-cap"))
                .isEqualTo(1);
        assertThat(engine.count("refund.allowances", "whose", "shop", "outcome", "returned"))
                .isEqualTo(1);
        assertThat(engine.count("refund.allowances", "whose", "buyer", "outcome", "denied"))
                .isEqualTo(1);
    }

    @Test
    void whatThePaymentSideDeclinesLeavesRoomForAnother() {
        known();
        ask(REFUND, yuan(60));
        engine.tell(Topics.PAYOUT_RESULTS, new PayoutDeclined(REFUND, ORDER, yuan(60), "NO", NOON));
        ask(OTHER, yuan(41));

        assertThat(moves())
                .containsExactly(
                        "CHECKING_ALLOWANCE DECIDED",
                        "PAYING ALLOWANCE_GRANTED",
                        "MANUAL PAYOUT_DECLINED",
                        "CHECKING_ALLOWANCE DECIDED",
                        "PAYING ALLOWANCE_GRANTED");
    }

    @Test
    void aQuestionThatComesAgainIsAnsweredTheSameAndTheSecondAnswerIsIgnored() {
        known();
        ask(REFUND, yuan(60));
        engine.tell(
                Topics.ALLOWANCE_QUESTIONS,
                new AllowanceAsked(DayCap.BUYER, ORDER, SHOP, BUYER, REFUND, 1, yuan(60), NOON));

        assertThat(engine.read(Topics.ALLOWANCE_ANSWERS))
                .filteredOn(answer ->
                        answer instanceof AllowanceAnswer.OfDay day && day.of() == DayCap.BUYER)
                .containsExactly(
                        new AllowanceGranted(DayCap.BUYER, ORDER, REFUND, 1, NOON),
                        new AllowanceGranted(DayCap.BUYER, ORDER, REFUND, 1, NOON));
        assertThat(engine.read(Topics.PAYOUTS)).hasSize(1);
        assertThat(engine.count("refund.events.ignored", "state", "PAYING", "event", "DayGranted"))
                .isEqualTo(1);
    }

    @Test
    void anAnswerForAnOrderNeverHeardOfIsIgnoredAndCounted() {
        engine.tell(
                Topics.ALLOWANCE_ANSWERS,
                new AllowanceGranted(DayCap.SHOP, new OrderId("o-none"), REFUND, 1, NOON));

        assertThat(engine.read(Topics.PAYOUTS)).isEmpty();
        assertThat(engine.count("refund.events.ignored", "state", "NONE", "event", "DayGranted"))
                .isEqualTo(1);
    }

    private void known() {
        engine.tell(Topics.SHOP_POLICIES, new ShopPolicySet(aPolicy().fastRefund().build(), NOON))
                .tell(Topics.ORDERS, anOrder().of(yuan(200)).placedEvent())
                .tell(Topics.ORDERS, anOrder().of(yuan(200)).paidEvent());
    }

    private void ask(RefundId refund, Money amount) {
        engine.tell(
                Topics.AFTERSALES_REQUESTS,
                new RefundRequested(
                        ORDER,
                        refund,
                        RefundKind.REFUND_ONLY,
                        amount,
                        RefundReason.NOT_WANTED,
                        List.of(),
                        NOON));
    }

    private List<String> moves() {
        return engine.read(Topics.AFTERSALES_EVENTS).stream()
                .filter(CaseMoved.class::isInstance)
                .map(DayCapsTopologyTest::move)
                .toList();
    }

    private static String move(AftersalesEvent event) {
        CaseMoved moved = (CaseMoved) event;
        return moved.to() + " " + moved.because();
    }
}
