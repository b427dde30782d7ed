package io.waybillguard.notifier.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.retry.Retry;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.notice.PlannedNotice.NoticePlanned;
import io.waybillguard.events.notice.SuppressedBecause;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.kit.kafka.DeadLetterPublisher;
import io.waybillguard.notifier.notice.Given;
import io.waybillguard.notifier.notice.Recalls;
import io.waybillguard.notifier.notice.Recalls.Standing.Recalled;
import io.waybillguard.notifier.notice.Recalls.Standing.Wanted;
import io.waybillguard.notifier.send.Answer.Busy;
import io.waybillguard.notifier.send.Answer.Refused;
import io.waybillguard.notifier.send.Answer.Taken;
import io.waybillguard.notifier.send.Answer.Unknown;
import io.waybillguard.notifier.send.Answer.Unreachable;
import io.waybillguard.notifier.send.Answer.Unsendable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.kafka.support.Acknowledgment;

class SendNoticesTest {

    private static final long PATIENCE = 5_000;

    private final ChannelSettings settings = Sending.settings(URI.create("http://127.0.0.1:1"));
    private final ChannelLimits limits = new ChannelLimits(settings);
    private final CircuitBreaker breaker = CircuitBreaker.of("app", limits.breaker());
    private final Bulkhead bulkhead = Bulkhead.of("app", limits.bulkhead());
    private final ChannelGuard guard =
            new ChannelGuard(
                    breaker,
                    RateLimiter.of("app", limits.rate()),
                    new ShopLimits(limits.shopRate()),
                    bulkhead,
                    Retry.of("app", limits.retry()));
    private final Receipts receipts = mock();
    private final Outbox outbox = mock();
    private volatile Instant now = Given.NOON;
    private volatile Recalls.Standing standing = new Wanted();
    private final Leave leave =
            new Leave(Given.NIGHT, (_, _) -> standing, settings.pause(), () -> now);
    private final DeadLetterPublisher deadLetters = mock();
    private final Acknowledgment acknowledgment = mock();
    private final Consumer<?, ?> consumer = mock();
    private final Deque<String> calls = new ConcurrentLinkedDeque<>();
    private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();
    private final Channel channel =
            notice -> {
                calls.add("attempt " + notice.noticeId());
                return answers.isEmpty() ? new Taken() : answers.poll();
            };
    private final Deliveries deliveries = deliveries(channel);
    private final SendNotices listener = listener(deliveries);

    @AfterEach
    void stop() {
        deliveries.close();
        assertThat(bulkhead.getMetrics().getAvailableConcurrentCalls()).isEqualTo(2);
    }

    @Test
    void theOffsetIsCommittedBeforeTheAttemptBegins() {
        doAnswer(_ -> calls.add("commit")).when(consumer).commitSync(anyMap());

        receive(Sending.notice("n-1"), 41);

        verify(receipts, timeout(PATIENCE)).sent(Sending.notice("n-1"));
        assertThat(calls).containsExactly("commit", "attempt n-1");
        verify(consumer)
                .commitSync(
                        Map.of(
                                new TopicPartition("notice.outbox.v1", 3),
                                new OffsetAndMetadata(42)));
    }

    @Test
    void aMessageWhoseOffsetWasNotCommittedIsNotAttempted() {
        doThrow(new RebalanceInProgressException("moving")).when(consumer).commitSync(anyMap());

        assertThatThrownBy(() -> receive(Sending.notice("n-1"), 41))
                .isInstanceOf(RebalanceInProgressException.class);

        deliveries.close();
        assertThat(calls).isEmpty();
        verifyNoInteractions(receipts);
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "1, false"})
    void aMessageIsStaleFromItsInstantOn(long millis, boolean sent) {
        NoticePlanned notice = Sending.notice("n-1");
        now = notice.notAfter().plusMillis(millis);

        receive(notice, 41);

        verify(consumer).commitSync(anyMap());
        if (sent) {
            verify(receipts, timeout(PATIENCE)).sent(notice);
        } else {
            verify(receipts).suppressed(notice, SuppressedBecause.STALE);
            assertThat(calls).isEmpty();
        }
    }

    @Test
    void inQuietHoursThePartitionWaits() {
        NoticePlanned notice = Sending.notice("n-1");
        now = Instant.parse("2026-03-10T14:00:00Z");
        receive(notice, 41);
        verify(acknowledgment).nack(Duration.ofMinutes(1));

        now = Instant.parse("2026-03-10T23:59:59.999Z");
        receive(notice, 41);
        verify(acknowledgment).nack(Duration.ofMillis(1));
        verify(consumer, never()).commitSync(anyMap());
        assertThat(calls).isEmpty();

        now = Instant.parse("2026-03-11T00:00:00Z");
        receive(notice, 41);
        verify(receipts, timeout(PATIENCE)).sent(notice);
    }

    @Test
    void whileTheBreakerIsOpenThePartitionWaitsAndNothingIsLost() {
        breaker.transitionToOpenState();

        receive(Sending.notice("n-1"), 41);

        verify(acknowledgment).nack(settings.pause());
        verify(consumer, never()).commitSync(anyMap());
        assertThat(calls).isEmpty();
        verifyNoInteractions(receipts);

        breaker.transitionToHalfOpenState();
        receive(Sending.notice("n-1"), 41);
        verify(receipts, timeout(PATIENCE)).sent(Sending.notice("n-1"));
        assertThat(breaker.getState())
                .isIn(CircuitBreaker.State.CLOSED, CircuitBreaker.State.HALF_OPEN);
    }

    @Test
    void whileAllPlacesAreTakenThePartitionWaits() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(2);
        try (Deliveries slow =
                deliveries(_ -> {
                    busy.countDown();
                    await(release);
                    return new Taken();
                })) {
            SendNotices slowListener = listener(slow);
            receive(slowListener, Sending.notice("n-1"), 41);
            receive(slowListener, Sending.notice("n-2"), 42);
            busy.await();
            receive(slowListener, Sending.notice("n-3"), 43);

            verify(acknowledgment).nack(settings.pause());
            verify(consumer, never())
                    .commitSync(
                            Map.of(
                                    new TopicPartition("notice.outbox.v1", 3),
                                    new OffsetAndMetadata(44)));
            release.countDown();
            verify(receipts, timeout(PATIENCE)).sent(Sending.notice("n-2"));
        }
    }

    @Test
    void anAnswerThatSaysNotTakenIsTriedAgain() {
        answers.addAll(List.of(new Busy(Duration.ofMillis(1)), new Unreachable()));

        receive(Sending.notice("n-1"), 41);

        verify(receipts, timeout(PATIENCE)).sent(Sending.notice("n-1"));
        assertThat(calls).containsExactly("attempt n-1", "attempt n-1", "attempt n-1");
    }

    @Test
    void aMessageThatIsNeverTakenFailsAfterTheLastAttempt() {
        answers.addAll(
                List.of(
                        new Busy(Duration.ZERO),
                        new Busy(Duration.ofHours(1)),
                        new Busy(Duration.ZERO)));

        receive(Sending.notice("n-1"), 41);

        verify(receipts, timeout(PATIENCE)).failed(Sending.notice("n-1"), "not taken, too many");
        assertThat(calls).hasSize(3);
    }

    @Test
    void anUnknownAnswerIsAFailureAndNeverTriedAgain() {
        answers.add(new Unknown("time-out"));

        receive(Sending.notice("n-1"), 41);

        verify(receipts, timeout(PATIENCE)).failed(Sending.notice("n-1"), "unknown, time-out");
        deliveries.close();
        assertThat(calls).hasSize(1);
    }

    @Test
    void aRefusalIsAFailure() {
        answers.add(new Refused(404));

        receive(Sending.notice("n-1"), 41);

        verify(receipts, timeout(PATIENCE)).failed(Sending.notice("n-1"), "refused, status 404");
        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isZero();
    }

    @Test
    void aMessageThatBecomesStaleWhileItWaitsIsNotTriedAgain() {
        Deliveries slow =
                deliveries(notice -> {
                    calls.add("attempt");
                    now = notice.notAfter();
                    return new Busy(Duration.ZERO);
                });
        receive(listener(slow), Sending.notice("n-1"), 41);

        verify(receipts, timeout(PATIENCE))
                .suppressed(Sending.notice("n-1"), SuppressedBecause.STALE);
        slow.close();
        assertThat(calls).hasSize(1);
    }

    @Test
    void aPlannedStopPutsBackWhatTheChannelHasNotTaken() {
        when(outbox.putBack(any())).thenReturn(true);
        CountDownLatch attempted = new CountDownLatch(1);
        Deliveries slow =
                deliveries(_ -> {
                    breaker.transitionToForcedOpenState();
                    attempted.countDown();
                    return new Busy(Duration.ZERO);
                });
        receive(listener(slow), Sending.notice("n-1"), 41);
        await(attempted);
        slow.close();

        verify(outbox).putBack(Sending.notice("n-1"));
        verifyNoInteractions(receipts);
    }

    @Test
    void whatComesAfterTheStopIsPutBackUnattempted() {
        when(outbox.putBack(any())).thenReturn(true);
        deliveries.close();

        receive(Sending.notice("n-1"), 41);

        verify(outbox).putBack(Sending.notice("n-1"));
        verifyNoInteractions(receipts);
        assertThat(calls).isEmpty();
    }

    @Test
    void whatCannotBePutBackFails() {
        deliveries.close();

        receive(Sending.notice("n-1"), 41);

        verify(receipts).failed(Sending.notice("n-1"), "not taken, and not put back");
    }

    @Test
    void aNightThatFallsBeforeTheFirstAttemptPutsTheMessageBack() {
        when(outbox.putBack(any())).thenReturn(true);
        doAnswer(_ -> now = Instant.parse("2026-03-10T14:00:00Z"))
                .when(consumer)
                .commitSync(anyMap());

        receive(Sending.notice("n-1"), 41);

        verify(outbox, timeout(PATIENCE)).putBack(Sending.notice("n-1"));
        deliveries.close();
        assertThat(calls).isEmpty();
        verifyNoInteractions(receipts);
    }

    @Test
    void aMessageThatBecomesStaleBeforeTheFirstAttemptIsNotAttempted() {
        NoticePlanned notice = Sending.notice("n-1");
        doAnswer(_ -> now = notice.notAfter()).when(consumer).commitSync(anyMap());

        receive(notice, 41);

        verify(receipts, timeout(PATIENCE)).suppressed(notice, SuppressedBecause.STALE);
        deliveries.close();
        assertThat(calls).isEmpty();
    }

    @Test
    void aRecalledMessageIsNotAttempted() {
        standing = new Recalled(SuppressedBecause.OPTED_OUT);

        receive(Sending.notice("n-1"), 41);

        verify(receipts).suppressed(Sending.notice("n-1"), SuppressedBecause.OPTED_OUT);
        verify(consumer).commitSync(anyMap());
        assertThat(calls).isEmpty();
    }

    @Test
    void aMessageRecalledBetweenAttemptsIsNotTriedAgain() {
        Deliveries slow =
                deliveries(_ -> {
                    calls.add("attempt");
                    standing = new Recalled(SuppressedBecause.STALE);
                    return new Busy(Duration.ZERO);
                });
        receive(listener(slow), Sending.notice("n-1"), 41);

        verify(receipts, timeout(PATIENCE))
                .suppressed(Sending.notice("n-1"), SuppressedBecause.STALE);
        slow.close();
        assertThat(calls).hasSize(1);
    }

    @Test
    void whileTheRecallsAreNotReadThePartitionWaits() {
        standing = new Recalls.Standing.Unknown();

        receive(Sending.notice("n-1"), 41);

        verify(acknowledgment).nack(settings.pause());
        verify(consumer, never()).commitSync(anyMap());
        assertThat(calls).isEmpty();
    }

    @Test
    void aShopThatIsOverItsRateWaitsAndAnotherDoesNot() {
        var limit =
                RateLimiterConfig.custom()
                        .limitForPeriod(1)
                        .limitRefreshPeriod(Duration.ofHours(1))
                        .timeoutDuration(Duration.ZERO)
                        .build();
        ShopLimits shops = new ShopLimits(limit, 2);

        assertThat(shops.admit(new ShopId("a"))).isTrue();
        assertThat(shops.admit(new ShopId("a"))).isFalse();
        assertThat(shops.admit(new ShopId("b"))).isTrue();

        ChannelGuard strict =
                new ChannelGuard(
                        breaker,
                        RateLimiter.of("app", limits.rate()),
                        shops,
                        bulkhead,
                        Retry.of("app", limits.retry()));
        ShopId shop = new ShopId("c");
        assertThat(strict.enter(shop)).isTrue();
        assertThat(strict.enter(shop)).isFalse();
        strict.turnBack();
    }

    @Test
    void aMessageThatNoRequestSaysFailsAndTellsTheBreakerNothing() {
        answers.add(new Unsendable("why"));

        receive(Sending.notice("n-1"), 41);

        verify(receipts, timeout(PATIENCE)).failed(Sending.notice("n-1"), "not sent, why");
        assertThat(breaker.getMetrics().getNumberOfBufferedCalls()).isZero();
    }

    @Test
    void anErrorOfTheVirtualMachineIsAFailureToo() {
        Deliveries broken =
                deliveries(_ -> {
                    throw new StackOverflowError("deep");
                });
        receive(listener(broken), Sending.notice("n-1"), 41);

        verify(receipts, timeout(PATIENCE)).failed(Sending.notice("n-1"), "error");
        broken.close();
    }

    @Test
    void anErrorOfOurOwnIsAFailureAndFreesItsPlace() {
        Deliveries broken =
                deliveries(_ -> {
                    throw new IllegalStateException("bug");
                });
        receive(listener(broken), Sending.notice("n-1"), 41);

        verify(receipts, timeout(PATIENCE)).failed(Sending.notice("n-1"), "error");
        broken.close();
    }

    @Test
    void failuresOpenTheBreaker() {
        answers.addAll(List.of(new Unknown("reset"), new Unknown("reset")));
        receive(Sending.notice("n-1"), 41);
        verify(receipts, timeout(PATIENCE)).failed(eq(Sending.notice("n-1")), any());
        receive(Sending.notice("n-2"), 42);
        verify(receipts, timeout(PATIENCE)).failed(eq(Sending.notice("n-2")), any());

        receive(Sending.notice("n-3"), 43);

        verify(acknowledgment).nack(settings.pause());
        assertThat(calls).hasSize(2);
    }

    @Test
    void whatIsNotANoticeIsADeadLetterAndThenCommitted() {
        when(deadLetters.publish(any(), any(), any()))
                .thenReturn(CompletableFuture.completedFuture(null));
        var bad = record("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8), 41);

        listener.onMessage(bad, acknowledgment, consumer);

        verify(deadLetters).publish(eq(bad), eq("unknown-type"), any());
        verify(consumer).commitSync(anyMap());
    }

    @Test
    void aDeadLetterThatCouldNotBeWrittenIsNotCommitted() {
        when(deadLetters.publish(any(), any(), any()))
                .thenReturn(CompletableFuture.failedFuture(new IllegalStateException("down")));

        assertThatThrownBy(
                        () -> listener.onMessage(record(new byte[0], 41), acknowledgment, consumer))
                .hasRootCauseMessage("down");
        verify(consumer, never()).commitSync(anyMap());
    }

    private Deliveries deliveries(Channel through) {
        return new Deliveries(through, guard, receipts, outbox, leave, settings);
    }

    private SendNotices listener(Deliveries through) {
        return new SendNotices(through, guard, receipts, deadLetters, leave);
    }

    private void receive(NoticePlanned notice, long offset) {
        receive(listener, notice, offset);
    }

    private void receive(SendNotices by, NoticePlanned notice, long offset) {
        by.onMessage(record(EventJson.write(notice), offset), acknowledgment, consumer);
    }

    private static ConsumerRecord<byte[], byte[]> record(byte[] value, long offset) {
        return new ConsumerRecord<>(
                Topics.NOTICE_OUTBOX.name(), 3, offset, new byte[] {'b'}, value);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
