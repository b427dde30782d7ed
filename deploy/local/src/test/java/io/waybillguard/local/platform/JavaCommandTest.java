package io.waybillguard.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaCommandTest {

    @TempDir Path temporary;

    private Process start() throws Exception {
        Path classes = Path.of("target", "classes");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command =
                new JavaCommand(java, classes, temporary)
                        .of(
                                Path.of("target", "test-classes"),
                                PatientMain.class.getName(),
                                32,
                                List.of("-Xshare:auto"),
                                List.of("a b", "$c"));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    @Test
    void aChildIsDeafToCtrlCAndStopsInOrderWhenItsParentIsGone() throws Exception {
        Process child = start();
        try (BufferedReader output = child.inputReader()) {
            assertThat(output.readLine()).isEqualTo("runs a b $c");

            assertThat(new ProcessBuilder("kill", "-INT", "" + child.pid()).start().waitFor())
                    .isZero();
            assertThat(child.waitFor(300, TimeUnit.MILLISECONDS)).isFalse();

            child.getOutputStream().close();
            assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isZero();
            assertThat(output.readLine()).isEqualTo("stopped");
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void aChildStopsInOrderWhenAsked() throws Exception {
        Process child = start();
        try (BufferedReader output = child.inputReader()) {
            assertThat(output.readLine()).startsWith("runs");

            child.toHandle().destroy();

            assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(output.readLine()).isEqualTo("stopped");
        } finally {
            child.destroyForcibly();
        }
    }
}
