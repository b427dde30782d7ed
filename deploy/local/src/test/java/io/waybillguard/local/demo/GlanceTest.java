package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlanceTest {

    private final Finding finding = new Finding();

    @Test
    void theBlockNamesEverythingThatGoesOn() {
        assertThat(String.join("\n", glance().block()))
                .contains("3 of 7")
                .contains("10 accepted (4/s), 2 refused")
                .contains("IN_TRANSIT 1")
                .contains("fast-refund 2")
                .contains("3 asked for, 3 paid, 0 shelved, 0 under way")
                .contains("6 asked for, 5 succeeded, 1 failed, 0 under way")
                .contains("sent 2")
                .contains("dead letters   2");
    }

    @Test
    void nothingIsWiderThanANarrowScreen() {
        Glance glance = glance();
        assertThat(glance.block()).hasSizeGreaterThan(9).allMatch(line -> line.length() <= 80);
        assertThat(glance.inShort()).allMatch(line -> line.length() <= 80);
        assertThat(String.join("", glance.block())).doesNotContain("…");
    }

    @Test
    void whatIsTooLongForALineGoesOnBelowIt() {
        String item = "x".repeat(40);
        assertThat(Columns.wrapped("  head ", List.of(item, item, "y")))
                .containsExactly("  head " + item + ",", "       " + item + ", y");
        assertThat(Columns.wrapped("head ", List.of("z".repeat(99))))
                .singleElement()
                .asString()
                .hasSize(80)
                .endsWith("…");
    }

    @Test
    void aTerminalIsDrawnAnewAndOtherOutputGetsALine() {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        new LiveView(printTo(terminal), true, this::glance).close();
        new LiveView(printTo(pipe), false, this::glance).close();
        assertThat(terminal.toString(StandardCharsets.UTF_8)).contains("\u001b[2K");
        assertThat(pipe.toString(StandardCharsets.UTF_8))
                .doesNotContain("\u001b")
                .contains("stories 3/7")
                .endsWith(System.lineSeparator());
    }

    private Glance glance() {
        Findings found = finding.found();
        return new Glance(
                Duration.ofSeconds(9), 3, 7, 4.2, found.sent(), found.tally(), found.counted());
    }

    private static PrintStream printTo(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
