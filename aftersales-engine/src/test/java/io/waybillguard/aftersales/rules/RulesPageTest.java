package io.waybillguard.aftersales.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.policy.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The page in {@code docs/refund-rules.md}; run with {@code -Drules.write=true} to write it anew.
 */
class RulesPageTest {

    private static final Path PAGE = Path.of("../docs/refund-rules.md");
    private static final String HEAD =
            """
            # The rules of refund requests

            Made from table `%s`, version %d, with the default limits. Rows are asked in this order, and the first whose conditions all
            hold decides. The second is asked of requests that name items. A shop's own rules stand between it and the third; what is
            demanded of their decision below is demanded of them too. An automatic refund over the platform's cap of %s is a person's: row `automatic-cap`.

            """;

    @Test
    void thePageShowsEveryRowInItsOrder() throws IOException {
        String page = page();
        if (Boolean.getBoolean("rules.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() {
        List<Row> rows = new RefundTable(Limits.DEFAULT, Agreements.DEFAULT).platform();
        String cap = Words.of(Limits.DEFAULT.automaticCap(), Language.EN);
        return HEAD.formatted(RefundTable.NAME, RefundTable.VERSION, cap)
                + "| # | row | decision 决定 | because 理由 |\n|---|---|---|---|\n"
                + IntStream.range(0, rows.size())
                        .mapToObj(i -> line(i + 1, rows.get(i)))
                        .collect(Collectors.joining())
                + rows.stream().map(RulesPageTest::chapter).collect(Collectors.joining());
    }

    private static String line(int number, Row row) {
        return "| %d | `%s` | %s %s | %s · %s |\n"
                .formatted(
                        number,
                        row.name(),
                        row.decision(),
                        Words.of(row.decision(), Language.ZH),
                        row.because().in(Language.EN),
                        row.because().in(Language.ZH));
    }

    private static String chapter(Row row) {
        String conditions =
                row.conditions().isEmpty()
                        ? "Always holds. 总是成立。\n"
                        : "| holds when | 条件 |\n|---|---|\n"
                                + row.conditions().stream()
                                        .map(RulesPageTest::condition)
                                        .collect(Collectors.joining());
        return "\n## %s\n\n%s".formatted(row.name(), conditions);
    }

    private static String condition(Condition condition) {
        String proof = condition.needsProof() ? " (as soon as couriers' scans are read)" : "";
        return "| %s%s | %s |\n"
                .formatted(
                        condition.words().in(Language.EN),
                        proof,
                        condition.words().in(Language.ZH));
    }
}
