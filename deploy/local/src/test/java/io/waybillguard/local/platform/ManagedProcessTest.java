package io.waybillguard.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
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
    void anEndThatNobodyAskedForIsToldOnce() {
        assertThat(toldAfterThreeLooks(false)).containsOnlyOnce("goodbye");
        assertThat(toldAfterThreeLooks(true)).isEmpty();
    }

    private String toldAfterThreeLooks(boolean stopping) {
        ManagedProcess process = shell("echo goodbye");
        process.awaitEnd(Duration.ofSeconds(10));
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        ProcessWatch watch = new ProcessWatch(List.of(process), () -> stopping, out);
        IntStream.range(0, 3).forEach(_ -> watch.look());
        return told.toString(StandardCharsets.UTF_8);
    }
}
