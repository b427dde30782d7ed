package io.waybillguard.aftersales.trial;

import static io.waybillguard.aftersales.fixtures.APolicy.aPolicy;
import static io.waybillguard.aftersales.fixtures.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybillguard.aftersales.access.Caller;
import io.waybillguard.aftersales.backtest.Recorded;
import io.waybillguard.aftersales.trial.BacktestState.Status;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.types.ShopId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestsTest {

    private static final Caller PLATFORM = new Caller(null);

    @TempDir private Path dir;
    private final CountDownLatch open = new CountDownLatch(1);

    /** Every run waits for the shop's policy until the test lets it go on. */
    private Backtests held(int waiting) throws Exception {
        return ATrial.backtests(
                ATrial.settings(dir, waiting),
                "localhost:1",
                new SimpleMeterRegistry(),
                this::held);
    }

    private Optional<ShopPolicy> held(ShopId shop) {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.of(ShopPolicy.none(shop));
    }

    private static String ask(Backtests backtests) throws Exception {
        BacktestAsk ask = new BacktestAsk(aPolicy().build(), null, null, null);
        InputStream facts =
                new ByteArrayInputStream(
                        """
                        {}
                        {"order":{"orderId":"o-1","shopId":"shop-1","amount":1},\
                        "request":{"kind":"REFUND_ONLY","amount":1}}
                        """
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return backtests.ask(ask, backtests.upload(facts)).id();
    }

    private static void awaitStatus(Backtests backtests, String id, Status status) {
        await().until(() -> backtests.get(PLATFORM, id).status() == status);
    }

    @Test
    void oneTooManyIsTurnedAwayAndLeavesNothing() throws Exception {
        Backtests backtests = held(1);
        String first = ask(backtests);
        String second = ask(backtests);

        assertThatThrownBy(() -> ask(backtests)).isInstanceOf(TurnedAwayException.class);

        open.countDown();
        awaitStatus(backtests, first, Status.DONE);
        awaitStatus(backtests, second, Status.DONE);
        try (var folders = Files.list(dir)) {
            assertThat(folders).hasSize(2);
        }
        backtests.destroy();
    }

    @Test
    void oneThatRunsCanBeStopped() throws Exception {
        Backtests backtests = held(1);
        String id = ask(backtests);
        awaitStatus(backtests, id, Status.RUNNING);

        backtests.delete(PLATFORM, id);
        open.countDown();

        awaitStatus(backtests, id, Status.CANCELLED);
        backtests.destroy();
    }

    @Test
    void theEndOfTheProcessInterruptsWhatRunsAndWhatWaits() throws Exception {
        Backtests backtests = held(1);
        String runs = ask(backtests);
        String waits = ask(backtests);
        awaitStatus(backtests, runs, Status.RUNNING);

        Thread end = Thread.ofPlatform().start(() -> destroy(backtests));
        await().until(() -> end.getState() == Thread.State.TIMED_WAITING);
        open.countDown();
        end.join();

        Backtests again = held(1);
        assertThat(again.get(PLATFORM, runs).status()).isEqualTo(Status.INTERRUPTED);
        assertThat(again.get(PLATFORM, waits).status()).isEqualTo(Status.INTERRUPTED);
        again.destroy();
    }

    @Test
    void whatFailsWhileTheProcessEndsIsInterruptedAndSaysSo() throws Exception {
        Backtests backtests =
                ATrial.backtests(
                        ATrial.settings(dir, 1),
                        "localhost:1",
                        new SimpleMeterRegistry(),
                        shop -> {
                            held(shop);
                            throw new IllegalStateException("policies are gone already");
                        });
        String id = ask(backtests);
        awaitStatus(backtests, id, Status.RUNNING);

        Thread end = Thread.ofPlatform().start(() -> destroy(backtests));
        await().until(() -> end.getState() == Thread.State.TIMED_WAITING);
        open.countDown();
        end.join();

        Backtests again = held(1);
        BacktestState state = again.get(PLATFORM, id);
        assertThat(state.status()).isEqualTo(Status.INTERRUPTED);
        assertThat(state.error()).contains("ask for it again");
        again.destroy();
    }

    @Test
    void whatWasCancelledBeforeTheProcessEndedStaysCancelled() throws Exception {
        Backtests backtests = held(1);
        String id = ask(backtests);
        awaitStatus(backtests, id, Status.RUNNING);
        backtests.delete(PLATFORM, id);

        Thread end = Thread.ofPlatform().start(() -> destroy(backtests));
        await().until(() -> end.getState() == Thread.State.TIMED_WAITING);
        open.countDown();
        end.join();

        Backtests again = held(1);
        assertThat(again.get(PLATFORM, id).status()).isEqualTo(Status.CANCELLED);
        again.destroy();
    }

    @Test
    void whatComesWhileTheProcessEndsIsTurnedAwayAndLeavesNothing() throws Exception {
        Backtests backtests = held(1);
        backtests.destroy();

        assertThatThrownBy(() -> ask(backtests))
                .isInstanceOfSatisfying(
                        TurnedAwayException.class,
                        e -> assertThat(e.status().value()).isEqualTo(503));
        try (var folders = Files.list(dir)) {
            assertThat(folders).isEmpty();
        }
    }

    @Test
    void anUploadThatWasNotFinishedIsGoneAfterTheNextStart() throws Exception {
        Path folder = Files.createDirectories(dir.resolve("half"));
        Files.writeString(folder.resolve("input.ndjson"), "{}");

        held(1).destroy();

        assertThat(folder).doesNotExist();
    }

    @Test
    void aPeriodThatReachesIntoTheFutureIsReadUpToItsAsking() {
        Instant asked = Instant.parse("2026-11-20T00:00:00Z");
        Instant before = asked.minusSeconds(1);

        assertThat(period(asked, asked.plusSeconds(1)).readUntil()).isEqualTo(asked);
        assertThat(period(asked, asked).readUntil()).isEqualTo(asked);
        assertThat(period(asked, before).readUntil()).isEqualTo(before);
        assertThat(period(asked, null).readUntil()).isNull();
    }

    private static BacktestState period(Instant asked, @Nullable Instant until) {
        ShopPolicy policy = aPolicy().build();
        return BacktestState.asked(
                "one", policy.shopId(), policy, null, Instant.EPOCH, until, asked);
    }

    private static void destroy(Backtests backtests) {
        try {
            backtests.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatIsNoBacktestInTheFolderIsLeftAlone() throws Exception {
        Path foreign = Files.createDirectories(dir.resolve("foreign"));
        Files.writeString(foreign.resolve("backtest.json"), "not ours");

        Backtests backtests = held(1);

        assertThat(backtests.all(PLATFORM)).isEmpty();
        assertThat(foreign.resolve("backtest.json")).exists();
        backtests.destroy();
    }

    @Test
    void moreRecordsThanMemoryMayHoldIsAnErrorThatSaysWhatToDo() {
        Gathered gathered = new Gathered(1);
        Recorded record = Recorded.of(Instant.EPOCH, anOrder().placedEvent());
        gathered.add(record);

        assertThatThrownBy(() -> gathered.add(record))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("waybill.engine.backtests.records-at-most");
    }
}
