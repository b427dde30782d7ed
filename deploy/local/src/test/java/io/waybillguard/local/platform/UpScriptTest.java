package io.waybillguard.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.OptionSpec;

class UpScriptTest {

    private static final Path UP = Path.of("up").toAbsolutePath();

    @TempDir Path elsewhere;

    private String help() throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder("bash", UP.toString(), "--fresh", "--help");
        command.environment().remove("JAVA_HOME");
        Process process = command.directory(elsewhere.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    @Test
    void helpNamesEveryOptionAndTheToolsItFound() throws Exception {
        String help = help();

        assertThat(Up.commandLine().getCommandSpec().options())
                .filteredOn(option -> !option.hidden())
                .extracting(OptionSpec::longestName)
                .isNotEmpty()
                .allMatch(option -> help.contains("  " + option));
        assertThat(help).containsPattern("(?m)^JDK 25: /").containsPattern("(?m)^Maven:  [34]\\.");
    }
}
