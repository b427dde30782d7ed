package io.waybillguard.aftersales.dispatch.payout;

import static io.waybillguard.aftersales.dispatch.payout.Payouts.NOON;
import static io.waybillguard.aftersales.dispatch.payout.Payouts.aPayout;
import static io.waybillguard.aftersales.dispatch.payout.Payouts.rejected;
import static io.waybillguard.aftersales.dispatch.payout.Payouts.released;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybillguard.aftersales.books.Books;
import io.waybillguard.aftersales.books.Payment;
import io.waybillguard.aftersales.books.Terms;
import io.waybillguard.aftersales.dispatch.CommandReader;
import io.waybillguard.aftersales.dispatch.HeldException;
import io.waybillguard.aftersales.dispatch.JsonRequests;
import io.waybillguard.aftersales.dispatch.Outbox;
import io.waybillguard.aftersales.dispatch.TestParties;
import io.waybillguard.aftersales.dispatch.TestPayments;
import io.waybillguard.aftersales.dispatch.TestPayments.Oddity;
import io.waybillguard.aftersales.dispatch.TestServer.Mode;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.payout.Payable;
import io.waybillguard.events.payout.PayoutCommand;
import io.waybillguard.events.payout.PayoutCommand.PayoutRequested;
import io.waybillguard.events.payout.PayoutResult;
import io.waybillguard.events.payout.PayoutResult.PayoutDeclined;
import io.waybillguard.events.payout.PayoutResult.PayoutPaid;
import io.waybillguard.events.payout.PayoutResult.PayoutParked;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A payment side that misbehaves in each of its ways, and a dispatcher that dies between any two of
 * its steps: before and after every call, before and after every record, and before the commit.
 * What is left each time are the topics and the payment side's book.
 */
class EverySeamTest {

    private static final Instant DAY_BEFORE = NOON.minus(Duration.ofDays(1));

    private TestPayments payments = new TestPayments();
    private List<PayoutResult> results = new ArrayList<>();
    private List<PayoutResult> parked = new ArrayList<>();
    private List<PayoutCommand> commands = new ArrayList<>();
    private int stepsToLive = Integer.MAX_VALUE;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private static final class Killed extends RuntimeException {}

    @AfterEach
    void close() {
        payments.close();
    }

    private void anew(int steps) {
        payments.close();
        payments = new TestPayments();
        results = new ArrayList<>();
        parked = new ArrayList<>();
        commands = new ArrayList<>();
        stepsToLive = steps;
    }

    private void seam() {
        if (stepsToLive-- == 0) {
            throw new Killed();
        }
    }

    private final class MortalOutbox implements Outbox {
        @Override
        public <V> void write(Topic<V> topic, V event) {
            seam();
            (topic.equals(Topics.PAYOUTS_PARKED) ? parked : results).add((PayoutResult) event);
            seam();
        }
    }

    private final class MortalGateway implements PaymentGateway {
        private final PaymentGateway real =
                new HttpPaymentGateway(
                        TestParties.patient().party("payment", "payment"),
                        new JsonRequests(payments.url()),
                        new SimpleMeterRegistry());

        @Override
        public LedgerAnswer refundsOf(OrderId order) {
            seam();
            LedgerAnswer answer = real.refundsOf(order);
            seam();
            return answer;
        }

        @Override
        public PostAnswer pay(Payable command) {
            seam();
            PostAnswer answer = real.pay(command);
            seam();
            return answer;
        }

        @Override
        public LookupAnswer lookUp(RefundId reference) {
            seam();
            LookupAnswer answer = real.lookUp(reference);
            seam();
            return answer;
        }
    }

    private static final class AnyReader implements CommandReader {
        @Override
        public <V> Optional<V> read(Topic<V> topic, ConsumerRecord<byte[], byte[]> record) {
            return Optional.of(((Read.Event<V>) EventJson.read(topic, record.value())).value());
        }
    }

    private Optional<PayoutParked> waiting(RefundId refund) {
        return parked.stream()
                .filter(result -> result.refundId().equals(refund))
                .reduce((_, latest) -> latest)
                .filter(PayoutParked.class::isInstance)
                .map(PayoutParked.class::cast);
    }

    private PayoutDispatcher dispatcher() {
        Cashier cashier =
                new Cashier(
                        new MortalGateway(),
                        Duration.ofHours(23),
                        2,
                        Clock.fixed(NOON, ZoneOffset.UTC));
        return new PayoutDispatcher(
                new AnyReader(),
                cashier,
                new MortalOutbox(),
                new UnknownPayouts(),
                this::waiting,
                meters);
    }

    /** Delivers it again and again, after each death to a new dispatcher, until it is committed. */
    private void carryOut(PayoutCommand command, Instant since) {
        commands.add(command);
        ConsumerRecord<byte[], byte[]> record = record(command, since);
        PayoutDispatcher dispatcher = dispatcher();
        for (int delivery = 0; delivery < 12; delivery++) {
            try {
                dispatcher.onMessage(record);
                seam();
                return;
            } catch (Killed e) {
                dispatcher = dispatcher();
            } catch (HeldException e) {
                // comes again
            }
        }
        throw new AssertionError("no end after twelve deliveries");
    }

    private ConsumerRecord<byte[], byte[]> record(PayoutCommand command, Instant since) {
        return new ConsumerRecord<>(
                Topics.PAYOUTS.name(),
                0,
                commands.size(),
                since.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                command.orderId().value().getBytes(StandardCharsets.UTF_8),
                EventJson.write(command),
                new RecordHeaders(),
                Optional.empty());
    }

    private double counted(String outcome) {
        return meters.counter("payouts", "outcome", outcome).count();
    }

    @Test
    void aCommandThatComesAgainIsCountedAsRepeatedAndNotAsPaidTwice() {
        PayoutDispatcher dispatcher = dispatcher();

        dispatcher.onMessage(record(aPayout("r-1", "o-1"), NOON));
        dispatcher.onMessage(record(aPayout("r-1", "o-1"), NOON));
        dispatcher.onMessage(record(aPayout("r-2", "o-2"), NOON));

        assertThat(results).hasSize(3);
        assertThat(counted("paid")).isEqualTo(2);
        assertThat(counted("repeated")).isEqualTo(1);
    }

    private PayoutResult last() {
        return results.getLast();
    }

    /** The book is equal to the commands and the results, as the reconciliation compares them. */
    private void assertEven(PayoutRequested command, Class<? extends PayoutResult> end) {
        assertThat(last()).isInstanceOf(end);
        Books books = new Books();
        Instant at = NOON.minusSeconds(60);
        for (PayoutCommand each : commands) {
            at = at.plusSeconds(1);
            books.add(each, at);
        }
        for (PayoutResult each : results) {
            at = at.plusSeconds(1);
            books.add(each, at);
        }
        payments.book()
                .forEach(entry ->
                        books.add(
                                new Payment(
                                        entry.reference(),
                                        entry.orderId(),
                                        Money.fen(entry.amountFen()),
                                        "pay-" + payments.book().indexOf(entry),
                                        NOON)));
        Terms terms =
                new Terms(
                        NOON.plus(Duration.ofDays(1)),
                        // decisions are not part of this
                        NOON.plus(Duration.ofHours(1)),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1));
        assertThat(books.breaks(terms)).isEmpty();
        assertThat(payments.bookOf(command.refundId().value()))
                .hasSize(end == PayoutPaid.class ? 1 : 0);
    }

    /** Dies after each number of steps in turn, until one is more than there are. */
    private void atEverySeam(Runnable story) {
        int steps = 0;
        do {
            anew(steps++);
            story.run();
        } while (stepsToLive < 0);
        assertThat(steps).isGreaterThan(5);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void whateverAPostMeetsAndWheneverTheDispatcherDiesItIsPaidOnce(Mode mode) {
        PayoutRequested command = aPayout("r-1", "o-1");
        atEverySeam(() -> {
            payments.onPosts(mode);
            carryOut(command, NOON);
            assertEven(command, PayoutPaid.class);
        });
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, mode = EnumSource.Mode.EXCLUDE, names = "EXECUTE_THEN_TIMEOUT")
    void whateverTheQuestionsMeetItIsPaidOnce(Mode mode) {
        PayoutRequested command = aPayout("r-1", "o-1");
        atEverySeam(() -> {
            payments.onPosts(Mode.EXECUTE_THEN_RESET);
            payments.onGets(mode, Mode.NORMAL, mode, mode);
            carryOut(command, NOON);
            assertEven(command, PayoutPaid.class);
        });
    }

    @ParameterizedTest
    @EnumSource(Oddity.class)
    void anAnswerThatIsOddIsNeverASecondPayment(Oddity oddity) {
        PayoutRequested command = aPayout("r-1", "o-1");
        atEverySeam(() -> {
            payments.onPosts(oddity);
            carryOut(command, NOON);
            if (last() instanceof PayoutParked) {
                // it told another amount than it paid: a person looks, and finds it paid
                carryOut(released(command), NOON);
            }
            assertEven(command, PayoutPaid.class);
        });
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void whatWasParkedAndReleasedIsPaidOnceHoweverOftenItIsReleased(Mode mode) {
        PayoutRequested command = aPayout("r-1", "o-1");
        atEverySeam(() -> {
            carryOut(command, DAY_BEFORE);
            assertThat(last()).isInstanceOf(PayoutParked.class);
            payments.onPosts(mode);
            carryOut(released(command), NOON);
            carryOut(released(command), NOON);
            assertEven(command, PayoutPaid.class);
            assertThat(waiting(command.refundId())).isEmpty();
            assertThat(payments.posts())
                    .allMatch(post -> post.key().equals(command.idempotencyKey()));
        });
    }

    @Test
    void whatWasParkedAndRejectedIsNotPaidByAReleaseThatComesAfterIt() {
        PayoutRequested command = aPayout("r-1", "o-1");
        atEverySeam(() -> {
            carryOut(command, DAY_BEFORE);
            carryOut(rejected(command), NOON);
            carryOut(released(command), NOON);
            assertThat(((PayoutDeclined) results.getLast()).reason())
                    .isEqualTo(Cashier.REJECTED_BY_OPERATOR);
            assertThat(payments.posts()).isEmpty();
            assertThat(waiting(command.refundId())).isEmpty();
        });
    }

    @Test
    void whatIsRejectedAndWasPaidAfterAllIsToldAsPaid() {
        PayoutRequested command = aPayout("r-1", "o-1");
        atEverySeam(() -> {
            carryOut(command, DAY_BEFORE);
            payments.hasPaid("r-1", "o-1", 1990);
            carryOut(rejected(command), NOON);
            assertEven(command, PayoutPaid.class);
            assertThat(payments.posts()).isEmpty();
        });
    }

    @Test
    void aReleaseOfWhatWasNeverParkedDoesNothing() {
        PayoutRequested command = aPayout("r-1", "o-1");
        carryOut(released(command), NOON);
        carryOut(rejected(command), NOON);

        assertThat(results).isEmpty();
        assertThat(payments.posts()).isEmpty();
        assertThat(payments.gets()).isEmpty();
    }
}
