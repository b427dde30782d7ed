package io.waybillguard.tracker.stall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybillguard.events.parcel.LearnedSilence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningTest {

    private static final Learning LEARNING =
            new Learning(200, Duration.ofHours(12), Duration.ofHours(96));

    @ParameterizedTest(name = "lane {0} x {1}, courier {2} x {3}: {4} by {5}")
    @CsvSource({
        "    0,        ,   0,        , PT48H,          fixed",
        "  199, PT60H,     0,        , PT48H,          fixed",
        "  200, PT60H,     0,        , PT60H,          lane",
        "  200, PT12H,     0,        , PT12H,          lane",
        "  200, PT11H59M,  0,        , PT12H,          lane",
        "  200, PT96H,     0,        , PT96H,          lane",
        "  200, PT96H1M,   0,        , PT96H,          lane",
        "  199, PT60H,   200, PT50H,   PT50H,          courier",
        "  199, PT60H,   199, PT50H,   PT48H,          fixed",
        "    0,        , 200, PT200H,  PT96H,          courier",
        "  200, PT20H,  9999, PT50H,   PT20H,          lane",
    })
    void theLaneHoldsThenTheCourierThenTheFixedHours(
            long ofLane,
            Duration lane,
            long ofCourier,
            Duration courier,
            Duration allowed,
            String by) {
        List<LearnedSilence> usual = new ArrayList<>();
        if (ofLane > 0) {
            usual.add(new LearnedSilence(0.995, ofLane, lane, "浙江", "新疆"));
        }
        if (ofCourier > 0) {
            usual.add(new LearnedSilence(0.995, ofCourier, courier, "", ""));
        }

        Allowance allowance = row(LEARNING).allow(usual);

        assertThat(allowance.silence()).isEqualTo(allowed);
        LearnedSilence learned = allowance.learned();
        assertThat(learned == null ? "fixed" : learned.from().isEmpty() ? "courier" : "lane")
                .isEqualTo(by);
    }

    @Test
    void aRowWithFixedHoursLearnsNothing() {
        List<LearnedSilence> usual =
                List.of(new LearnedSilence(0.995, 9999, Duration.ofHours(60), "", ""));

        assertThat(row(null).allow(usual).silence()).isEqualTo(Duration.ofHours(48));
        assertThat(row(null).allow(usual).learned()).isNull();
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        Duration hour = Duration.ofHours(1);
        assertThatThrownBy(() -> new Learning(0, hour, hour)).hasMessageContaining("samples");
        assertThatThrownBy(() -> new Learning(1, Duration.ZERO, hour))
                .hasMessageContaining("floor must be positive");
        assertThatThrownBy(() -> new Learning(1, hour.plusMillis(1), hour))
                .hasMessageContaining("above its cap");
    }

    private static ThresholdRow row(Learning learning) {
        return new ThresholdRow("some", Scope.ALL, Duration.ofHours(48), null, learning);
    }
}
