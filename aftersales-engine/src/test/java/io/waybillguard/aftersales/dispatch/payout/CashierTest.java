package io.waybillguard.aftersales.dispatch.payout;

import static io.waybillguard.aftersales.dispatch.payout.Payouts.NOON;
import static io.waybillguard.aftersales.dispatch.payout.Payouts.aPayout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybillguard.aftersales.dispatch.HeldException;
import io.waybillguard.aftersales.dispatch.JsonRequests;
import io.waybillguard.aftersales.dispatch.OutsideParties;
import io.waybillguard.aftersales.dispatch.TestParties;
import io.waybillguard.aftersales.dispatch.TestPayments;
import io.waybillguard.aftersales.dispatch.TestServer.Mode;
import io.waybillguard.aftersales.dispatch.TestServer.Post;
import io.waybillguard.events.payout.PayoutCommand.PayoutRequested;
import io.waybillguard.events.payout.PayoutResult;
import io.waybillguard.events.payout.PayoutResult.PayoutDeclined;
import io.waybillguard.events.payout.PayoutResult.PayoutPaid;
import io.waybillguard.events.payout.PayoutResult.PayoutParked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way to a payment side that misbehaves; its book tells how often it paid. */
class CashierTest {

    private static final Duration WINDOW = Duration.ofHours(23);
    private static final PayoutRequested COMMAND = aPayout("r-1", "o-1");

    private final TestPayments payments = new TestPayments();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Cashier cashier = cashier(TestParties.patient());

    @AfterEach
    void close() {
        payments.close();
    }

    private Cashier cashier(OutsideParties parties) {
        HttpPaymentGateway gateway =
                new HttpPaymentGateway(
                        parties.party("payment", "payment"),
                        new JsonRequests(payments.url()),
                        meters);
        return new Cashier(gateway, WINDOW, 2, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void aRefundIsPaid() {
        PayoutResult result = cashier.settle(COMMAND, NOON);

        assertThat(result)
                .isEqualTo(
                        new PayoutPaid(
                                COMMAND.refundId(),
                                COMMAND.orderId(),
                                COMMAND.amount(),
                                "pay-r-1",
                                Instant.parse("2026-11-20T08:00:00Z")));
        assertThat(payments.posts())
                .containsExactly(
                        new Post(
                                "/refunds",
                                "refund-r-1",
                                "{\"reference\":\"r-1\",\"orderId\":\"o-1\","
                                        + "\"amountFen\":1990,\"currency\":\"CNY\"}"));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void whateverTheFirstPostMeetsItIsPaidOnce(Mode mode) {
        payments.onPosts(mode);

        assertThat(delivered(NOON)).isInstanceOf(PayoutPaid.class);
        assertThat(payments.book()).hasSize(1);
        assertThat(payments.posts()).allMatch(payments.posts().getFirst()::equals);
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, mode = EnumSource.Mode.EXCLUDE, names = "EXECUTE_THEN_TIMEOUT")
    void whateverPostsAndQuestionsMeetItIsPaidOnce(Mode mode) {
        payments.onPosts(mode, mode, mode);
        payments.onGets(Mode.NORMAL, mode, mode, mode, mode, mode, mode);

        assertThat(delivered(NOON)).isInstanceOf(PayoutPaid.class);
        assertThat(payments.book()).hasSize(1);
        assertThat(payments.posts()).allMatch(payments.posts().getFirst()::equals);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"EXECUTE_THEN_TIMEOUT", "EXECUTE_THEN_RESET", "EXECUTE_THEN_503", "GARBAGE"})
    void aPaymentWhoseAnswerWasLostIsAskedAboutNotPostedAgain(Mode mode) {
        payments.onPosts(mode);

        assertThat(cashier.settle(COMMAND, NOON)).isInstanceOf(PayoutPaid.class);
        assertThat(payments.posts()).hasSize(1);
        assertThat(payments.gets()).containsExactly("/refunds?orderId=o-1", "/refunds/r-1");
    }

    @Test
    void anAnswerThatIsSlowAndInTimeIsTaken() {
        payments.answersNextPostAfter(TestParties.PATIENCE.dividedBy(2));

        assertThat(cashier.settle(COMMAND, NOON)).isInstanceOf(PayoutPaid.class);
        assertThat(payments.posts()).hasSize(1);
        assertThat(payments.gets()).containsExactly("/refunds?orderId=o-1");
        assertThat(payments.book()).hasSize(1);
    }

    @Test
    void anAnswerThatComesAfterTheTimeOutIsNotWaitedForAndThePaymentIsFound() {
        payments.answersNextPostAfter(TestParties.PATIENCE.multipliedBy(2));

        assertThat(cashier.settle(COMMAND, NOON)).isInstanceOf(PayoutPaid.class);
        assertThat(payments.posts()).hasSize(1);
        assertThat(payments.gets()).containsExactly("/refunds?orderId=o-1", "/refunds/r-1");
        assertThat(payments.book()).hasSize(1);
    }

    @Test
    void aPostThatIsCarriedOutOnlyAfterTheTimeOutMeetsTheSecondOneByItsKey() {
        payments.executesNextPostAfter(TestParties.PATIENCE.multipliedBy(2));

        assertThat(delivered(NOON)).isInstanceOf(PayoutPaid.class);
        assertThat(payments.posts()).hasSize(2).allMatch(payments.posts().getFirst()::equals);
        await().until(() -> payments.answered() == 2);
        assertThat(payments.book()).hasSize(1);
    }

    @Test
    void aCommandThatComesAgainIsNotPostedAgain() {
        PayoutResult first = cashier.settle(COMMAND, NOON);

        assertThat(cashier.settle(COMMAND, NOON)).isEqualTo(first);
        assertThat(payments.posts()).hasSize(1);
    }

    @Test
    void pastTheWindowNothingIsPosted() {
        PayoutResult result = cashier.settle(COMMAND, NOON.minus(WINDOW));

        assertThat(reason(result)).isEqualTo(PayoutAttempt.WINDOW_PASSED);
        assertThat(payments.posts()).isEmpty();
        assertThat(payments.gets()).containsExactly("/refunds?orderId=o-1", "/refunds/r-1");
    }

    @Test
    void aMomentBeforeTheEndOfTheWindowItIsPosted() {
        PayoutResult result = cashier.settle(COMMAND, NOON.minus(WINDOW).plusMillis(1));

        assertThat(result).isInstanceOf(PayoutPaid.class);
    }

    @Test
    void whatWasPaidUnderAForgottenKeyIsFoundAndNotPaidAgain() {
        payments.onPosts(Mode.EXECUTE_THEN_RESET);
        payments.onGets(Mode.NORMAL, Mode.ERROR_500, Mode.ERROR_500);
        assertThatThrownBy(() -> cashier.settle(COMMAND, NOON)).isInstanceOf(HeldException.class);
        payments.forgetsKeys();

        assertThat(cashier.settle(COMMAND, NOON.minus(WINDOW))).isInstanceOf(PayoutPaid.class);
        assertThat(payments.book()).hasSize(1);
    }

    @Test
    void anOrderIsNeverRefundedBeyondWhatWasPaid() {
        payments.hasPaid("r-0", "o-1", 4001);

        assertThat(reason(cashier.settle(COMMAND, NOON))).isEqualTo(PayoutAttempt.OVER_ORDER_PAID);
        assertThat(payments.posts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"ERROR_500", "TOO_MANY", "GARBAGE"})
    void withoutTheLedgerNothingIsPosted(Mode mode) {
        payments.onGets(mode, mode);

        assertThatThrownBy(() -> cashier.settle(COMMAND, NOON)).isInstanceOf(HeldException.class);
        assertThat(payments.posts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"ERROR_500", "TOO_MANY"})
    void pastTheWindowALedgerThatDoesNotAnswerIsWaitedFor(Mode mode) {
        payments.onGets(mode, mode);

        assertThatThrownBy(() -> cashier.settle(COMMAND, NOON.minus(WINDOW)))
                .isInstanceOf(HeldException.class);
    }

    @Test
    void pastTheWindowALedgerThatCannotBeReadIsForAPersonToRead() {
        payments.onGets(Mode.GARBAGE);

        assertThat(reason(cashier.settle(COMMAND, NOON.minus(WINDOW))))
                .isEqualTo(PayoutAttempt.LEDGER_UNREADABLE);
        assertThat(payments.posts()).isEmpty();
        assertThat(
                        meters.counter("payout.attempts", "call", "ledger", "result", "unreadable")
                                .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no money on 13800000000", "closed", ""})
    void aReasonThatIsNoCodeIsNotPassedOn(String told) {
        payments.answersPosts(402, "{\"reason\":\"" + told + "\"}");

        assertThat(((PayoutDeclined) cashier.settle(COMMAND, NOON)).reason()).isEqualTo("OTHER");
    }

    @ParameterizedTest
    @CsvSource({
        "422,KEY_USED_FOR_ANOTHER_BODY",
        "400,REQUEST_REFUSED_400",
        "401,REQUEST_REFUSED_401",
        "404,REQUEST_REFUSED_404"
    })
    void aRequestThatIsRefusedIsParkedAtOnce(int status, String reason) {
        payments.answersPosts(status, "{}");

        assertThat(reason(cashier.settle(COMMAND, NOON))).isEqualTo(reason);
        assertThat(payments.posts()).hasSize(1);
    }

    @Test
    void aDeclineIsFinal() {
        payments.answersPosts(402, "{\"reason\":\"ACCOUNT_CLOSED\"}");

        PayoutResult result = cashier.settle(COMMAND, NOON);

        assertThat(((PayoutDeclined) result).reason()).isEqualTo("ACCOUNT_CLOSED");
        assertThat(payments.posts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 408, 409, 425, 429, 500, 502, 503})
    void anAnswerThatSaysNothingIsUnknownAndAskedAbout(int status) {
        payments.answersPosts(status, "");

        assertThatThrownBy(() -> cashier.settle(COMMAND, NOON))
                .isInstanceOf(HeldException.class)
                .hasMessage("never-seen");
        assertThat(payments.posts()).hasSize(2);
        assertThat(meters.counter("payout.attempts", "call", "post", "result", "unknown").count())
                .isEqualTo(2);
    }

    @Test
    void aPaymentSideKnownToBeDownIsNotCalled() {
        Cashier wary = cashier(TestParties.breakingAfter(2));
        payments.onGets(Mode.ERROR_500, Mode.ERROR_500);
        assertThatThrownBy(() -> wary.settle(COMMAND, NOON)).isInstanceOf(HeldException.class);

        assertThatThrownBy(() -> wary.settle(COMMAND, NOON))
                .isInstanceOf(HeldException.class)
                .hasMessage("breaker-open");
        assertThat(payments.gets()).hasSize(2);
    }

    @Test
    void aPaymentSideThatIsNotThereIsWaitedFor() {
        payments.close();

        assertThatThrownBy(() -> cashier.settle(COMMAND, NOON))
                .isInstanceOf(HeldException.class)
                .hasMessage("connection");
    }

    private PayoutResult delivered(Instant since) {
        for (int delivery = 1; delivery <= 9; delivery++) {
            Optional<PayoutResult> result = deliver(since);
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw new AssertionError("no end after nine deliveries");
    }

    private Optional<PayoutResult> deliver(Instant since) {
        try {
            return Optional.of(cashier.settle(COMMAND, since));
        } catch (HeldException e) {
            return Optional.empty();
        }
    }

    private static String reason(PayoutResult result) {
        return ((PayoutParked) result).reason();
    }
}
