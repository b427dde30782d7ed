package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsPageTest {

    private static final String PAGE =
            """
            # HELP webhooks_total webhooks
            # TYPE webhooks_total counter
            webhooks_total{outcome="decoded",provider="kuaidi100",service="tracker"} 41.0
            webhooks_total{outcome="dead_lettered",provider="kuaidi100"} 2.0
            webhooks_total{outcome="decoded",provider="other \\"one\\" {x}"} 1.0E1
            dead_letters_total{reason="bad",topic="a"} NaN
            dead_letters_total{reason="bad",topic="b"} 3
            plain_total 5.0 1700000000
            not a sample at all

            """;

    @Test
    void samplesOfOneNameAddUp() {
        MetricsPage page = MetricsPage.of(List.of(PAGE));
        assertThat(page.sum("webhooks_total")).isEqualTo(53);
        assertThat(page.sum("plain_total")).isEqualTo(5);
    }

    @Test
    void aLabelSelects() {
        MetricsPage page = MetricsPage.of(List.of(PAGE));
        assertThat(page.sum("webhooks_total", "outcome", "decoded")).isEqualTo(51);
        assertThat(page.sum("webhooks_total", "outcome", "dead_lettered")).isEqualTo(2);
        assertThat(page.sum("webhooks_total", "outcome", "lost")).isZero();
    }

    @Test
    void severalPagesAddUpAndWhatIsNoNumberCountsNothing() {
        MetricsPage page = MetricsPage.of(List.of(PAGE, PAGE));
        assertThat(page.sum("dead_letters_total")).isEqualTo(6);
    }

    @Test
    void countsAreTakenFromWhatWasThereBefore() {
        Counts before = new Counts(1, 2, 3, 4, 5, 6);
        Counts after = new Counts(11, 12, 13, 14, 15, 16);
        assertThat(after.since(before)).isEqualTo(new Counts(10, 10, 10, 10, 10, 10));
    }
}
