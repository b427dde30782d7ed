package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybillguard.events.types.ParcelId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayLineTest {

    private static final String GOOD =
            """
            {"provider":"kuaidi100","account":"open","contentType":"text/plain",\
            "headers":{"X-A":"b"},"body":"param=%7B%7D"}\
            """;

    @TempDir private Path folder;

    @Test
    void aLineIsReadAsItStands() {
        assertThat(ReplayLine.parse("f:1", GOOD))
                .isEqualTo(
                        new ReplayLine(
                                "f:1",
                                "kuaidi100",
                                "open",
                                "text/plain",
                                Map.of("X-A", "b"),
                                "param=%7B%7D"));
    }

    @Test
    void headersMayBeLeftOut() {
        ReplayLine line = ReplayLine.parse("f:1", GOOD.replace("\"headers\":{\"X-A\":\"b\"},", ""));
        assertThat(line.headers()).isEmpty();
    }

    @Test
    void blankLinesArePassedOver() throws IOException {
        Path file =
                Files.writeString(folder.resolve("a.jsonl"), "\n" + GOOD + "\n\n" + GOOD + "\n");
        assertThat(ReplayLine.readAll(file)).hasSize(2);
    }

    @Test
    void aBadLineIsNamedByFileAndNumber() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jsonl"), GOOD + "\n\n{\"provider\":\n");
        assertThatThrownBy(() -> ReplayLine.readAll(file))
                .isInstanceOf(ReplayLine.BadReplay.class)
                .hasMessage("a.jsonl:3: not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \n"})
    void aFileWithoutAnyIsNamed(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("a.jsonl"), text);
        assertThatThrownBy(() -> ReplayLine.readAll(file))
                .isInstanceOf(ReplayLine.BadReplay.class)
                .hasMessage("a.jsonl: no captured webhooks in it");
    }

    @Test
    void aFileThatIsNoTextIsNamed() throws IOException {
        Path file = Files.write(folder.resolve("a.jsonl"), new byte[] {(byte) 0xc3, 0x28});
        assertThatThrownBy(() -> ReplayLine.readAll(file))
                .isInstanceOf(ReplayLine.BadReplay.class)
                .hasMessage("a.jsonl: not UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'[1]'                              | f:9: not a JSON object",
                "'{\"account\":\"a\"}'              | f:9: provider is missing or not a text",
                "'{\"provider\":7}'                 | f:9: provider is missing or not a text",
                "'{\"provider\":\"a/../b\"}'        | f:9: provider must be 1 to 64 letters, digits"
                        + " and . _ -",
                "'{\"provider\":\"p\",\"account\":\"a\",\"contentType\":\"t\",\"headers\":[]}' |"
                        + " f:9: headers is not an object",
                "'{\"provider\":\"p\",\"account\":\"a\",\"contentType\":\"t\",\"headers\":{\"X\":1}}'"
                    + " | f:9: header X is not a text",
                "'{\"provider\":\"p\",\"account\":\"a\",\"contentType\":\"t\"}' | f:9: body is"
                        + " missing or not a text"
            })
    void whatIsWrongWithALineIsSaid(String text, String message) {
        assertThatThrownBy(() -> ReplayLine.parse("f:9", text))
                .isInstanceOf(ReplayLine.BadReplay.class)
                .hasMessage(message);
    }

    @Test
    void aCapturedPushTellsItsParcelAndItsEarliestTime() {
        String param =
                """
                {"lastResult":{"com":"zhongtong","nu":"zt1","data":[\
                {"time":"2026-03-01 10:00:00"},{"time":"2026-03-01 08:00:00"},{"time":"soon"},7]},\
                "destResult":{"data":[{"time":null,"ftime":null}]}}\
                """;
        assertThat(history("kuaidi100", param))
                .contains(
                        new CapturedHistory(
                                ParcelId.of("ZTO", "ZT1"),
                                4,
                                Instant.parse("2026-03-01T00:00:00Z"),
                                Instant.parse("2026-03-01T02:00:00Z")));
    }

    @Test
    void aPushWithoutAnyReadableTimeHasNoLinesToCount() {
        String param =
                """
                {"lastResult":{"com":"zhongtong","nu":"zt1","data":[{"time":"soon"},{}]}}\
                """;
        assertThat(history("kuaidi100", param))
                .contains(new CapturedHistory(ParcelId.of("ZTO", "ZT1"), 0, null, null));
    }

    @Test
    void theOtherTimeCountsWhereTheFirstCannotBeRead() {
        String param =
                """
                {"lastResult":{"com":"jd","nu":"1","data":[{"ftime":"2026-03-01 08:00:00"}]}}\
                """;
        assertThat(history("kuaidi100", param))
                .map(CapturedHistory::earliest)
                .contains(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    void aPushWithoutAParcelTellsNothing() {
        assertThat(history("kuaidi100", "{\"lastResult\":{\"com\":\"zhongtong\"}}")).isEmpty();
        assertThat(history("kuaidi100", "{\"lastResult\":")).isEmpty();
        assertThat(history("another", "{\"lastResult\":{\"com\":\"jd\",\"nu\":\"1\"}}")).isEmpty();
    }

    private static Optional<CapturedHistory> history(String provider, String param) {
        return CapturedHistory.in(
                new ReplayLine("f:1", provider, "open", "", Map.of(), Kuaidi100.form(param, null)));
    }
}
