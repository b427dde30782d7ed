package io.waybillguard.notifier.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final String DATE = "Tue, 10 Mar 2026 04:00:00 GMT";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | 7",
                "0 | 0",
                "'' | 0",
                "-1 | 0",
                "soon | 0",
                "99999999999999999999 | 0",
                "Tue, 10 Mar 2026 04:00:09 GMT | 9",
                "Tue, 10 Mar 2026 03:00:00 GMT | 0",
            })
    void itIsSecondsOrADateAndOtherwiseNothing(String value, long seconds) {
        assertThat(RetryAfter.of(value, DATE)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
