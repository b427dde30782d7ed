package io.waybillguard.aftersales.dispatch.payout;

import static io.waybillguard.aftersales.dispatch.payout.Payouts.NOON;
import static io.waybillguard.aftersales.dispatch.payout.Payouts.aPayout;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.aftersales.dispatch.payout.LedgerAnswer.Ledger;
import io.waybillguard.aftersales.dispatch.payout.LookupAnswer.NeverSeen;
import io.waybillguard.aftersales.dispatch.payout.PostAnswer.Declined;
import io.waybillguard.aftersales.dispatch.payout.PostAnswer.Refused;
import io.waybillguard.events.payout.PayoutCommand.PayoutRequested;
import io.waybillguard.events.payout.PayoutResult.PayoutDeclined;
import io.waybillguard.events.payout.PayoutResult.PayoutPaid;
import io.waybillguard.events.payout.PayoutResult.PayoutParked;
import io.waybillguard.events.types.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PayoutAttemptTest {

    private static final PayoutRequested COMMAND = aPayout("r-1", "o-1");
    private static final Instant POST_BEFORE = NOON.plus(Duration.ofHours(23));
    private static final Instant LATE = POST_BEFORE;
    private static final PayoutAttempt FRESH = PayoutAttempt.of(COMMAND, POST_BEFORE, 2);
    private static final PayoutAttempt ONCE = new PayoutAttempt(COMMAND, POST_BEFORE, 1, 2, false);
    private static final PayoutAttempt TWICE = new PayoutAttempt(COMMAND, POST_BEFORE, 2, 2, false);
    private static final PayoutAttempt RELEASED = PayoutAttempt.ofReleased(COMMAND, POST_BEFORE, 2);
    private static final Refund PAID = refund("r-1", 1990, true);
    private static final Refund NOT_PAID = refund("r-1", 1990, false);
    private static final Unreadable GARBAGE = new Unreadable("http-200-unexpected");
    private static final NothingKnown UNKNOWN = new NothingKnown("timeout");

    private static Refund refund(String reference, long fen, boolean paid) {
        return new Refund(
                reference,
                "o-1",
                Money.fen(fen),
                paid,
                "pay-1",
                Instant.parse("2026-11-20T05:00:00Z"));
    }

    @Test
    void everyDeliveryBeginsAtTheLedger() {
        assertThat(FRESH.first()).isEqualTo(new Step.ReadLedger(FRESH));
    }

    static Stream<Arguments> ledgers() {
        return Stream.of(
                Arguments.of(NOON, new Ledger(List.of()), "Post"),
                Arguments.of(POST_BEFORE.minusMillis(1), new Ledger(List.of()), "Post"),
                Arguments.of(POST_BEFORE, new Ledger(List.of()), "LookUp"),
                Arguments.of(POST_BEFORE.plusMillis(1), new Ledger(List.of()), "LookUp"),
                Arguments.of(NOON, new Ledger(List.of(PAID)), "paid"),
                Arguments.of(LATE, new Ledger(List.of(PAID)), "paid"),
                Arguments.of(NOON, new Ledger(List.of(NOT_PAID)), "Wait not-paid-yet"),
                Arguments.of(LATE, new Ledger(List.of(NOT_PAID)), "parked NOT_PAID"),
                Arguments.of(
                        NOON,
                        new Ledger(List.of(refund("r-1", 1991, true))),
                        "parked PAID_DIFFERENTLY"),
                Arguments.of(NOON, GARBAGE, "Wait http-200-unexpected"),
                Arguments.of(POST_BEFORE.minusMillis(1), GARBAGE, "Wait http-200-unexpected"),
                Arguments.of(LATE, GARBAGE, "parked LEDGER_UNREADABLE"),
                Arguments.of(NOON, UNKNOWN, "Wait timeout"),
                Arguments.of(LATE, UNKNOWN, "Wait timeout"));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void theLedgerSaysWhetherToPost(Instant now, LedgerAnswer answer, String expected) {
        assertThat(told(FRESH.onLedger(answer, now))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"4000,Post", "3999,Post", "4001,parked OVER_ORDER_PAID"})
    void whatWasPaidForTheOrderIsNeverExceeded(long others, String expected) {
        Ledger ledger =
                new Ledger(List.of(refund("r-2", others - 1, true), refund("r-3", 1, true)));

        assertThat(told(FRESH.onLedger(ledger, NOON))).isEqualTo(expected);
    }

    @Test
    void refundsThatWereNotPaidDoNotCountAgainstTheOrder() {
        Ledger ledger = new Ledger(List.of(refund("r-2", 5990, false)));

        assertThat(told(FRESH.onLedger(ledger, NOON))).isEqualTo("Post");
    }

    static Stream<Arguments> posts() {
        return Stream.of(
                Arguments.of(new Found(PAID), "paid"),
                Arguments.of(new Found(NOT_PAID), "Wait not-paid-yet"),
                Arguments.of(new Found(refund("r-9", 1990, true)), "parked PAID_DIFFERENTLY"),
                Arguments.of(new Declined("ACCOUNT_CLOSED"), "declined ACCOUNT_CLOSED"),
                Arguments.of(new Refused("REQUEST_REFUSED_400"), "parked REQUEST_REFUSED_400"),
                Arguments.of(UNKNOWN, "LookUp"));
    }

    @ParameterizedTest
    @MethodSource("posts")
    void anAnswerToAPostIsAnEndOrAQuestion(PostAnswer answer, String expected) {
        assertThat(told(ONCE.onPost(answer, NOON))).isEqualTo(expected);
    }

    static Stream<Arguments> lookups() {
        Instant justInTime = POST_BEFORE.minusMillis(1);
        return Stream.of(
                Arguments.of(ONCE, NOON, new Found(PAID), "paid"),
                Arguments.of(FRESH, LATE, new Found(PAID), "paid"),
                Arguments.of(ONCE, NOON, GARBAGE, "Wait http-200-unexpected"),
                Arguments.of(FRESH, LATE, GARBAGE, "parked LOOKUP_UNREADABLE"),
                Arguments.of(ONCE, NOON, UNKNOWN, "Wait timeout"),
                Arguments.of(FRESH, LATE, UNKNOWN, "Wait timeout"),
                Arguments.of(ONCE, justInTime, new NeverSeen(), "Post"),
                Arguments.of(ONCE, POST_BEFORE, new NeverSeen(), "Wait never-seen"),
                Arguments.of(TWICE, NOON, new NeverSeen(), "Wait never-seen"),
                Arguments.of(FRESH, POST_BEFORE, new NeverSeen(), "parked WINDOW_PASSED"),
                Arguments.of(
                        FRESH, POST_BEFORE.plusMillis(1), new NeverSeen(), "parked WINDOW_PASSED"));
    }

    @ParameterizedTest
    @MethodSource("lookups")
    void aReferenceNeverSeenIsPostedAgainOnlyWithinTheWindow(
            PayoutAttempt attempt, Instant now, LookupAnswer answer, String expected) {
        assertThat(told(attempt.onLookup(answer, now))).isEqualTo(expected);
    }

    @Test
    void everyPostIsCounted() {
        assertThat(FRESH.onLedger(new Ledger(List.of()), NOON)).isEqualTo(new Step.Post(ONCE));
        assertThat(ONCE.onLookup(new NeverSeen(), NOON)).isEqualTo(new Step.Post(TWICE));
    }

    @Test
    void aPaymentWithoutItsTimeTakesTheTimeItWasHeardOf() {
        Refund untimed = new Refund("r-1", "o-1", Money.fen(1990), true, "pay-1", null);

        assertThat(ONCE.onPost(new Found(untimed), NOON))
                .isEqualTo(
                        new Step.Settled(
                                new PayoutPaid(
                                        COMMAND.refundId(),
                                        COMMAND.orderId(),
                                        COMMAND.amount(),
                                        "pay-1",
                                        NOON)));
    }

    private static String told(Step step) {
        return switch (step) {
            case Step.Settled(PayoutPaid paid) -> {
                assertThat(paid.at()).isEqualTo(PAID.paidAt());
                yield "paid";
            }
            case Step.Settled(PayoutDeclined declined) -> "declined " + declined.reason();
            case Step.Settled(PayoutParked parked) -> "parked " + parked.reason();
            case Step.Wait(var why) -> "Wait " + why;
            case Step.ReadLedger _, Step.Post _, Step.LookUp _ -> step.getClass().getSimpleName();
        };
    }

    @Test
    void whatWasReleasedIsPostedOnlyAfterTheReferenceWasNotFound() {
        assertThat(RELEASED.onLedger(new Ledger(List.of()), NOON))
                .isEqualTo(new Step.LookUp(RELEASED));
        assertThat(RELEASED.onLookup(new NeverSeen(), NOON)).isInstanceOf(Step.Post.class);
        assertThat(RELEASED.onLookup(new Found(PAID), NOON))
                .extracting(step -> ((Step.Settled) step).result())
                .isInstanceOf(PayoutPaid.class);
        assertThat(RELEASED.onLookup(UNKNOWN, NOON)).isEqualTo(new Step.Wait("timeout"));
    }

    @Test
    void whatWasReleasedAndCannotBeSettledGoesBackToPeopleAtOnce() {
        assertThat(
                        Stream.of(
                                        RELEASED.onLedger(GARBAGE, NOON),
                                        RELEASED.onLedger(new Ledger(List.of(NOT_PAID)), NOON),
                                        RELEASED.onLedger(
                                                new Ledger(List.of(refund("r-0", 4001, true))),
                                                NOON),
                                        RELEASED.onLookup(GARBAGE, NOON),
                                        RELEASED.onLookup(new NeverSeen(), LATE))
                                .map(step ->
                                        ((PayoutParked) ((Step.Settled) step).result()).reason()))
                .containsExactly(
                        PayoutAttempt.LEDGER_UNREADABLE,
                        PayoutAttempt.NOT_PAID,
                        PayoutAttempt.OVER_ORDER_PAID,
                        PayoutAttempt.LOOKUP_UNREADABLE,
                        PayoutAttempt.WINDOW_PASSED);
    }
}
