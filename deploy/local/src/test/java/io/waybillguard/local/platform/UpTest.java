package io.waybillguard.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.local.demo.DemoOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class UpTest {

    @TempDir Path temp;

    private static Up parsed(String... args) {
        CommandLine commandLine = Up.commandLine();
        commandLine.parseArgs(args);
        return commandLine.getCommand();
    }

    @Test
    void withoutOptionsItOnlyRunsThePlatform() {
        Up up = parsed("--root", temp.toString());

        assertThat(up.input()).isNull();
        assertThat(up.options())
                .isEqualTo(
                        new PlatformOptions(
                                temp,
                                temp.resolve(".local"),
                                false,
                                null,
                                false,
                                Duration.ofHours(24),
                                Duration.ofMinutes(2)));
    }

    @Test
    void theDemoHasASizeOrTheUsualOne() {
        assertThat(parsed("--demo").input().orders()).isEqualTo(DemoOptions.DEFAULT_ORDERS);
        assertThat(parsed("--demo=7", "--once").input().orders()).isEqualTo(7);
        assertThat(parsed("--demo", "--fresh").options().fresh()).isTrue();
        assertThat(parsed("--demo").options().shortDeadlines()).isTrue();
    }

    @Test
    void replaysKeepTheirOrder() throws Exception {
        Path first = Files.createFile(temp.resolve("b.jsonl"));
        Path second = Files.createFile(temp.resolve("a.jsonl"));

        Up up =
                parsed(
                        "--replay",
                        first.toString(),
                        "--replay=" + second,
                        "--once",
                        "--report",
                        "r.json");

        assertThat(up.input().replays()).containsExactly(first, second);
        assertThat(up.input().once()).isTrue();
        assertThat(up.input().report()).isEqualTo(Path.of("r.json"));
        assertThat(up.options().shortDeadlines()).isTrue();
    }

    @Test
    void portsDataAndKeysAreTakenFromTheCommandLine() {
        PlatformOptions options =
                parsed("--port-base", "30000", "--data", "here", "--payment-key-hours", "2")
                        .options();

        assertThat(options.portBase()).isEqualTo(30_000);
        assertThat(options.data()).isAbsolute().hasFileName("here");
        assertThat(options.paymentKeysKept()).isEqualTo(Duration.ofHours(2));
    }

    @ParameterizedTest
    @CsvSource({
        "--demo=0, positive size",
        "--demo=many, many",
        "--report=r.json, --report needs",
        "--port-base=80, ports from 80",
        "--payment-key-hours=0, at least 1",
        "--start-within=0, at least 1",
        "--replay=/no/such/file, cannot read",
        "--demo --replay=/no/such/file, leave one out",
        "--demo --report=/, is a folder",
        "--replay=/dev/null, no captured webhooks",
        "--frsh, Unknown option"
    })
    void whatMakesNoSenseIsToldAndNothingStarts(String args, String why) {
        StringWriter told = new StringWriter();
        CommandLine commandLine = Up.commandLine().setErr(new PrintWriter(told));

        assertThat(commandLine.execute(args.split(" ", -1))).isEqualTo(Up.WRONG_USAGE);
        assertThat(told.toString()).contains(why);
    }

    @Test
    void aBrokenReplayFileIsToldBeforeAnythingStarts() throws Exception {
        Path file = Files.writeString(temp.resolve("a.jsonl"), "{}\n");
        StringWriter told = new StringWriter();
        CommandLine commandLine = Up.commandLine().setErr(new PrintWriter(told));

        int exit = commandLine.execute("--root", temp.toString(), "--replay", file.toString());

        assertThat(exit).isEqualTo(Up.WRONG_USAGE);
        assertThat(told.toString()).contains("a.jsonl:1: provider is missing");
    }

    @Test
    void theReportOfAnEarlierRunIsGoneWhenThisOneDoesNotGetThere() throws Exception {
        Path report = Files.writeString(temp.resolve("r.json"), "{}");

        int exit =
                Up.commandLine()
                        .execute(
                                "--root", temp.toString(), "--demo", "--report", report.toString());

        assertThat(exit).isEqualTo(Up.NOT_STARTED);
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void aReportThatIsNotThisRunsToRemoveStaysWhenTheCommandLineIsWrong() throws Exception {
        Path report = Files.writeString(temp.resolve("r.json"), "{}");

        Up.commandLine()
                .setErr(new PrintWriter(new StringWriter()))
                .execute("--demo", "--start-within=0", "--report", report.toString());

        assertThat(report).exists();
    }

    @Test
    void aPlatformThatIsNotBuiltIsNotStarted() {
        assertThat(Up.commandLine().execute("--root", temp.toString())).isEqualTo(Up.NOT_STARTED);
        assertThat(temp).isEmptyDirectory();
    }
}
