package io.waybillguard.events.parcel;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnedSilenceTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, 浙江, 新疆, quantile",
        "1, 1, 浙江, 新疆, quantile",
        "NaN, 1, 浙江, 新疆, quantile",
        "0.995, 0, 浙江, 新疆, samples",
        "0.995, 1, 浙江, '', both ends",
        "0.995, 1, '', 新疆, both ends",
    })
    void figuresThatCannotBeAreRefused(
            double quantile, long samples, String from, String to, String named) {
        assertThatThrownBy(
                        () -> new LearnedSilence(quantile, samples, Duration.ofHours(40), from, to))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    @Test
    void aCourierAsAWholeHasNoLane() {
        assertThatCode(() -> new LearnedSilence(0.5, 1, Duration.ofHours(40), "", ""))
                .doesNotThrowAnyException();
    }
}
