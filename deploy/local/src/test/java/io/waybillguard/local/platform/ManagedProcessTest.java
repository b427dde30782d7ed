package io.waybillguard.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {

    @TempDir Path logs;

    private ManagedProcess shell(String script) {
        return ManagedProcess.start("it", List.of("/bin/sh", "-c", script), logs);
    }

    private static long inSeconds(int seconds) {
        return System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void oneThatEndsWhileItIsAwaitedShowsTheEndOfItsLog() {
        ManagedProcess process = shell("for i in $(seq 1 40); do echo line$i; done; exit 3");

        assertThatThrownBy(() -> Readiness.await(process, inSeconds(20), () -> false))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("it ended while it was starting")
                .hasMessageContaining("line40")
                .hasMessageNotContaining("line15\n");
    }

    @Test
    void oneThatIsReadyIsWaitedForNoLonger() throws Exception {
        ManagedProcess process = shell("exec sleep 60");
        int[] asked = {0};

        Readiness.await(process, inSeconds(20), () -> ++asked[0] == 3);

        assertThat(asked[0]).isEqualTo(3);
        process.terminate();
        process.awaitEnd(Duration.ofSeconds(10));
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void oneThatIsNotReadyInTimeIsNotWaitedForAnyLonger() {
        ManagedProcess process = shell("exec sleep 60");

        assertThatThrownBy(() -> Readiness.await(process, System.nanoTime(), () -> false))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("not ready in time");
        process.terminate();
    }

    @Test
    void theLogOfTheRunBeforeIsKept() {
        shell("echo first").awaitEnd(Duration.ofSeconds(10));
        ManagedProcess second = shell("echo second");
        second.awaitEnd(Duration.ofSeconds(10));

        assertThat(second.tail()).isEqualTo("second");
        assertThat(logs.resolve("it.log.1")).hasContent("first");
    }

    @Test
    void oneThatDoesNotStopIsEndedWithAllItStarted() {
        ManagedProcess process = shell("trap '' TERM; echo up; sleep 60 & wait; sleep 60");
        await().until(() -> process.tail().equals("up"));
        List<ProcessHandle> children =
                ProcessHandle.of(process.pid()).orElseThrow().descendants().toList();
        assertThat(children).isNotEmpty();

        process.terminate();
        process.awaitEnd(Duration.ofMillis(200));

        await().until(() -> !process.isAlive());
        await().until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void oneThatCannotBeStartedIsNamed() {
        assertThatThrownBy(() -> ManagedProcess.start("it", List.of("/no/such/program"), logs))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("cannot start it");
    }

    @Test
    void oneThatEndsIsNamedAtOnceThoughOthersAreStillAwaited() {
        ManagedProcess awaited = shell("exec sleep 60");
        ManagedProcess ends = ManagedProcess.start("that", List.of("false"), logs);

        assertThatThrownBy(() ->
                        Readiness.awaitAll(
                                both(awaited, () -> false, ends, () -> false),
                                Duration.ofMinutes(1),
                                _ -> {}))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("that ended while it was starting");
        awaited.terminate();
    }

    @Test
    void thoseThatAreNotReadyInTimeAreNamedAndNoOthers() {
        ManagedProcess slow = shell("echo still reading; exec sleep 60");
        ManagedProcess quick = ManagedProcess.start("that", List.of("sleep", "60"), logs);
        await().until(() -> slow.tail().equals("still reading"));
        List<String> ready = new ArrayList<>();

        assertThatThrownBy(() ->
                        Readiness.awaitAll(
                                both(slow, () -> false, quick, () -> true),
                                Duration.ofMillis(1),
                                process -> ready.add(process.name())))
                .isInstanceOf(StartFailed.class)
                .hasMessageStartingWith("it not ready within 0 s (--start-within S gives more)")
                .hasMessageContaining("still reading")
                .hasMessageNotContaining("that");
        assertThat(ready).containsExactly("that");
        slow.terminate();
        quick.terminate();
    }

    private static Map<ManagedProcess, BooleanSupplier> both(
            ManagedProcess one,
            BooleanSupplier oneIsReady,
            ManagedProcess other,
            BooleanSupplier otherIsReady) {
        Map<ManagedProcess, BooleanSupplier> both = new LinkedHashMap<>();
        both.put(one, oneIsReady);
        both.put(other, otherIsReady);
        return both;
    }

    @Test
    void anEndThatNobodyAskedForIsToldAtOnceAndActedOnOnce() {
        ManagedProcess first = shell("echo goodbye");
        ManagedProcess second = ManagedProcess.start("that", List.of("true"), logs);
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        AtomicInteger acted = new AtomicInteger();
        ProcessWatch watch = watch(List.of(first, second), false, told);

        watch.start(acted::incrementAndGet);

        await().until(() -> text(told).contains("that has ended"));
        await().until(() -> text(told).contains("it has ended"));
        assertThat(text(told)).containsOnlyOnce("goodbye");
        await().until(() -> acted.get() == 1);
        assertThat(watch.hasSeenAnEnd()).isTrue();
    }

    @Test
    void anEndThatIsWantedIsNotTold() {
        ManagedProcess process = shell("echo goodbye");
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        AtomicInteger acted = new AtomicInteger();
        ProcessWatch watch = watch(List.of(process), true, told);
        process.awaitEnd(Duration.ofSeconds(10));

        watch.start(acted::incrementAndGet); // it has ended: looked at before this returns

        assertThat(text(told)).isEmpty();
        assertThat(acted).hasValue(0);
        assertThat(watch.hasSeenAnEnd()).isFalse();
    }

    private static ProcessWatch watch(
            List<ManagedProcess> processes, boolean stopping, ByteArrayOutputStream told) {
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        return new ProcessWatch(processes, () -> stopping, out);
    }

    private static String text(ByteArrayOutputStream told) {
        return told.toString(StandardCharsets.UTF_8);
    }
}
