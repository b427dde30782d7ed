package io.waybillguard.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code .ci/check-platform} leaves nothing behind, however the platform behaves. */
@EnabledOnOs(OS.LINUX)
class CheckPlatformTest {

    private static final Path SCRIPT = Path.of("../../.ci/check-platform").toAbsolutePath();

    @TempDir Path temp;
    private Path pids;
    private Path files;

    @BeforeEach
    void makeFolders() throws Exception {
        files = Files.createDirectory(temp.resolve("files"));
        pids = temp.resolve("pids");
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        assertThat(files).isEmptyDirectory();
        for (String pid : Files.readAllLines(pids)) {
            await().until(() -> !lives(Long.parseLong(pid)));
        }
    }

    private static boolean lives(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private Process check(String platform) throws Exception {
        Path program = Files.writeString(temp.resolve("platform"), platform);
        ProcessBuilder builder =
                new ProcessBuilder("bash", SCRIPT.toString(), "bash " + program)
                        .redirectErrorStream(true)
                        .redirectOutput(temp.resolve("output").toFile());
        builder.environment().put("TMPDIR", files.toString());
        builder.environment().put("PIDS", pids.toString());
        builder.environment().put("WITHIN", "3");
        builder.environment().put("STOP_WITHIN", "2");
        return builder.start();
    }

    private String output() throws Exception {
        return Files.readString(temp.resolve("output"), StandardCharsets.UTF_8);
    }

    @Test
    void aPlatformThatStopsWhenAskedIsGood() throws Exception {
        Process check =
                check(
                        """
                        echo $$ >>"$PIDS"; trap 'exit 130' INT; echo 'Where to look'
                        while :; do sleep 0.1; done
                        """);

        assertThat(check.waitFor()).as(output()).isZero();
    }

    @Test
    void aCheckThatDidNotHoldIsBad() throws Exception {
        Process check =
                check(
                        """
                        echo $$ >>"$PIDS"; trap 'exit 130' INT
                        echo 'FAILED settled'; echo 'Where to look'
                        while :; do sleep 0.1; done
                        """);

        assertThat(check.waitFor()).as(output()).isEqualTo(1);
    }

    @Test
    void aPlatformThatNeitherGetsThereNorStopsIsEndedWithAllItStarted() throws Exception {
        Process check =
                check(
                        """
                        trap '' INT TERM; setsid sleep 300 & echo $! >>"$PIDS"
                        echo $$ >>"$PIDS"; while :; do sleep 0.1; done
                        """);

        assertThat(check.waitFor()).as(output()).isEqualTo(1);
        assertThat(output()).contains("did not get there");
    }

    @Test
    void whatAPlatformLeavesBehindIsEnded() throws Exception {
        Process check =
                check(
                        """
                        setsid sleep 300 & echo $! >>"$PIDS"; echo $$ >>"$PIDS"; exit 2
                        """);

        assertThat(check.waitFor()).as(output()).isEqualTo(1);
    }

    @Test
    void aCheckThatIsStoppedStopsThePlatform() throws Exception {
        Process check =
                check(
                        """
                        echo $$ >>"$PIDS"; while :; do sleep 0.1; done
                        """);
        await().until(() -> Files.exists(pids) && !Files.readString(pids).isEmpty());

        check.toHandle().destroy();

        assertThat(check.waitFor()).as(output()).isEqualTo(143);
    }
}
