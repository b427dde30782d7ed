package io.waybillguard.tracker.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.tracker.aftership.AfterShipCodes;
import io.waybillguard.tracker.easypost.EasyPostCodes;
import io.waybillguard.tracker.jt.JtCodes;
import io.waybillguard.tracker.karrio.KarrioCodes;
import io.waybillguard.tracker.kdniao.KdniaoCodes;
import io.waybillguard.tracker.kuaidi100.CodeTable;
import io.waybillguard.tracker.lines.StatusTable.Row;
import io.waybillguard.tracker.sf.SfCodes;
import io.waybillguard.tracker.shippo.ShippoCodes;
import io.waybillguard.tracker.sto.StoCodes;
import io.waybillguard.tracker.track17.Track17Codes;
import io.waybillguard.tracker.yunda.YundaCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page in {@code docs/provider-codes.md}; run with {@code -Dcodes.write=true} to write it anew.
 */
class CodeTablesPageTest {

    private static final Path PAGE = Path.of("../docs/provider-codes.md");
    private static final List<StatusTable> TABLES =
            List.of(
                    CodeTable.CODES,
                    KdniaoCodes.TABLE,
                    SfCodes.TABLE,
                    StoCodes.TABLE,
                    JtCodes.TABLE,
                    YundaCodes.TABLE,
                    AfterShipCodes.TABLE,
                    Track17Codes.TABLE,
                    EasyPostCodes.TABLE,
                    ShippoCodes.TABLE,
                    KarrioCodes.TABLE);
    private static final String HEAD =
            """
            # What providers' codes mean

            Made from the tables in the code. A code that is in none of them is kept as OTHER and counted in
            `scan_codes_unknown_total{provider,code}`. "The words": of a problem's reason, or of who signed, the line itself decides.
            """;

    @Test
    void thePageShowsEveryRowOfEveryTable() throws IOException {
        String page =
                HEAD
                        + TABLES.stream()
                                .map(CodeTablesPageTest::chapter)
                                .collect(Collectors.joining());
        if (Boolean.getBoolean("codes.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String chapter(StatusTable table) {
        return "\n## %s\n\n| code | name | scan kind | believed |\n|---|---|---|---|\n%s"
                .formatted(
                        table.provider(),
                        table.rows().stream()
                                .map(CodeTablesPageTest::row)
                                .collect(Collectors.joining()));
    }

    private static String row(Row row) {
        String believed = believed(row) + (row.confirmed() ? "" : "; one source only");
        return "| `%s` | %s | %s | %s |\n"
                .formatted(cell(row.code()), cell(row.name()), meaning(row), believed);
    }

    private static String meaning(Row row) {
        return Stream.of(row.kind(), row.reason(), row.signedBy())
                .filter(Objects::nonNull)
                .map(Enum::name)
                .collect(Collectors.joining(", "));
    }

    private static String believed(Row row) {
        return switch (row.trust()) {
            case CODE -> "the code";
            case WORDS_FIRST -> "the words, where they are clear";
            case FAMILY ->
                    "the words may choose "
                            + row.family().stream()
                                    .map(Enum::name)
                                    .sorted()
                                    .collect(Collectors.joining(", "));
            case REMARK -> "a remark, no scan";
        };
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
