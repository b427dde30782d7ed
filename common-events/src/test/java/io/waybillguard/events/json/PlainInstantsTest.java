package io.waybillguard.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainInstantsTest {

    @Test
    void everyInstantIsWrittenAndReadAsTheJdkDoes() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            Instant instant =
                    Instant.ofEpochSecond(
                            random.nextLong(-62_167_219_200L, 253_402_300_800L),
                            switch (random.nextInt(4)) {
                                case 0 -> 0;
                                case 1 -> random.nextInt(1000) * 1_000_000L;
                                case 2 -> random.nextInt(1_000_000) * 1_000L;
                                default -> random.nextInt(1_000_000_000);
                            });
            String text = DateTimeFormatter.ISO_INSTANT.format(instant);

            assertThat(PlainInstants.write(instant)).isEqualTo(text);
            assertThat(PlainInstants.read(text)).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-0001-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void whatThePlainFormCannotHoldIsWrittenAsTheJdkDoes(String text) {
        assertThat(PlainInstants.write(Instant.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-28T23:59:59Z",
                "2024-02-29T00:00:00Z",
                "2000-02-29T00:00:00.1Z",
                "2026-12-31T00:00:00.000000001Z"
            })
    void thePlainFormIsRead(String text) {
        assertThat(PlainInstants.read(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-02-29T00:00:00Z",
                "1900-02-29T00:00:00Z",
                "2026-04-31T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-01-00T00:00:00Z",
                "2026-01-01T24:00:00Z",
                "2026-01-01T00:60:00Z",
                "2026-01-01T23:59:60Z",
                "2026-01-01T00:00:00",
                "2026-01-01T00:00:00.Z",
                "2026-01-01T00:00:00.1234567890Z",
                "2026-01-01T00:00:00,1Z",
                "2026-01-01T00:00:00.1xZ",
                "2026-01-01 00:00:00Z",
                "2026-01-01T00:00:00z",
                "2026-01-01T00:00:00+08:00",
                "２０２６-01-01T00:00:00Z",
                "+2026-01-01T00:00:00Z",
                "2026-01-01T00:00Z"
            })
    void whatIsNotPlainIsLeftToTheLibrary(String text) {
        assertThat(PlainInstants.read(text)).isNull();
    }
}
