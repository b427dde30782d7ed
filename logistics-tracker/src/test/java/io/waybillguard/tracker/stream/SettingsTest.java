package io.waybillguard.tracker.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.timers.PulseSettings;
import io.waybillguard.tracker.feed.FeedRules;
import io.waybillguard.tracker.silence.SilenceRules;
import io.waybillguard.tracker.stall.Circumstances;
import io.waybillguard.tracker.stall.DefaultThresholds;
import io.waybillguard.tracker.stall.Learning;
import io.waybillguard.tracker.stall.StallJudge;
import io.waybillguard.tracker.stall.ThresholdRow;
import io.waybillguard.tracker.stall.ThresholdTable;
import io.waybillguard.tracker.tracking.Retention;
import io.waybillguard.tracker.tracking.Tracking;
import io.waybillguard.tracker.tracking.Tracking.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

class SettingsTest {

    private final ApplicationContextRunner context =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                    .withUserConfiguration(Settings.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({TrackerSettings.class, ThresholdSettings.class})
    static class Settings {
        @Bean
        ThresholdTable table(ThresholdSettings settings) {
            return settings.table();
        }
    }

    @Test
    void theDefaultsAreThoseTold() {
        context.run(started -> {
            TrackerSettings settings = started.getBean(TrackerSettings.class);
            assertThat(settings.retention()).isEqualTo(Retention.STANDARD);
            assertThat(settings.pulse().settings()).isEqualTo(PulseSettings.DEFAULT);
            assertThat(settings.feed().rules()).isEqualTo(FeedRules.STANDARD);
            assertThat(started.getBean(ThresholdSettings.class).learned().rules())
                    .isEqualTo(SilenceRules.STANDARD);
            assertThat(settings.limits()).isEqualTo(new Limits(300, 2));
            assertThat(settings.arrival().ahead()).isEqualTo(Duration.ofMinutes(5));
            assertThat(started.getBean(ThresholdTable.class).rows())
                    .isEqualTo(new ThresholdTable(List.of(), DefaultThresholds.STANDARD).rows());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "waybill.tracker.store=paper, store",
        "waybill.tracker.progress-every=0s, progressEvery",
        "waybill.tracker.progress-every=2m, progressEvery",
        "waybill.tracker.ahead=-1s, ahead",
        "waybill.tracker.ahead=2d, ahead",
        "waybill.tracker.max-scans=19, maxScans",
        "waybill.tracker.max-scans=1001, maxScans",
        "waybill.tracker.detour-after=0, detourAfter",
        "waybill.tracker.pulse.every=0s, pulse.every",
        "waybill.tracker.pulse.slack=-1s, pulse.slack",
        "waybill.tracker.pulse.slack=1h, pulse.slack",
        "waybill.tracker.pulse.max-fired=0, pulse.maxFired",
        "waybill.tracker.pulse.max-firing=1m, pulse.maxFiring",
        "waybill.tracker.feed.hours=0, feed.hours",
        "waybill.tracker.feed.at-least=0, feed.atLeast",
        "waybill.tracker.feed.below=-0.1, feed.below",
        "waybill.tracker.feed.live=0s, feed.live",
        "waybill.tracker.feed.give-up-after=1m, feed.giveUpAfter",
        "waybill.tracker.keep.finished=0s, keep.finished",
        "waybill.tracker.keep.unclaimed=-5d, keep.unclaimed",
        "waybill.tracker.keep.silent=4000d, keep.silent",
        "waybill.tracker.keep.reused=0s, keep.reused",
        "waybill.tracker.thresholds.stored=0s, stored",
        "waybill.tracker.thresholds.remote=-1h, remote",
        "waybill.tracker.thresholds.lost-after=99999999d, lostAfter",
        "waybill.tracker.thresholds.learned.quantile=0, learned.quantile",
        "waybill.tracker.thresholds.learned.quantile=1, learned.quantile",
        "waybill.tracker.thresholds.learned.quantile=-0.5, learned.quantile",
        "waybill.tracker.thresholds.learned.floor=0s, learned.floor",
        "waybill.tracker.thresholds.learned.floor=97h, learned floor is above its cap",
        "waybill.tracker.thresholds.learned.cap=11h, learned floor is above its cap",
        "waybill.tracker.thresholds.learned.cap=91d, learned.cap",
        "waybill.tracker.thresholds.learned.min-samples=0, learned.minSamples",
        "waybill.tracker.thresholds.learned.min-samples=199, learned.min-samples: of 199 silences",
        "waybill.tracker.thresholds.learned.window=0s, learned.window",
        "waybill.tracker.thresholds.learned.settle-every=2h, learned.settleEvery",
        "waybill.tracker.thresholds.learned.max-lanes=-1, learned.maxLanes",
    })
    void whatCannotWorkStopsTheStartAndIsNamed(String setting, String named) {
        context.withPropertyValues(setting)
                .run(started -> {
                    assertThat(started).hasFailed();
                    assertThat(everyWord(started.getStartupFailure())).contains(named);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "silence=0s, rows[0].silence",
        "silence=-1h, rows[0].silence",
        "name=, rows[0].name",
        "courier=a b, slow: courier",
        "stages=SIGNED, slow: no watched stage",
        "kinds=SLOW, rows[0].kinds",
        "from=2027-02-01T00:00:00Z, slow: the period ends before it begins",
        "lost-after=1h, slow: lost-after is shorter than silence",
    })
    void aRowThatCannotBeMeantStopsTheStartAndIsNamed(String setting, String named) {
        context.withPropertyValues(
                        "waybill.tracker.thresholds.rows[0].name=slow",
                        "waybill.tracker.thresholds.rows[0].silence=60h",
                        "waybill.tracker.thresholds.rows[0].until=2027-02-01T00:00:00Z",
                        "waybill.tracker.thresholds.rows[0]." + setting)
                .run(started -> {
                    assertThat(started).hasFailed();
                    assertThat(everyWord(started.getStartupFailure())).contains(named);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "kinds=IN_TRANSIT, rows[0].silence",
        "silence=48h;kinds=NOT_COLLECTED, slow: nothing is learned before the pickup",
        "silence=48h;stages=REGISTERED, slow: nothing is learned before the pickup",
        "silence=48h;floor=100h, slow: the learned floor is above its cap",
        "silence=48h;lost-after=95h, slow: lost-after is shorter than the learned cap",
        "silence=48h;hours=guessed, rows[0].hours",
    })
    void aLearnedRowThatCannotBeMeantStopsTheStartAndIsNamed(String settings, String named) {
        ApplicationContextRunner row =
                context.withPropertyValues(
                        "waybill.tracker.thresholds.rows[0].name=slow",
                        "waybill.tracker.thresholds.rows[0].hours=learned");
        for (String setting : settings.split(";")) {
            row = row.withPropertyValues("waybill.tracker.thresholds.rows[0]." + setting);
        }
        row.run(started -> {
            assertThat(started).hasFailed();
            assertThat(everyWord(started.getStartupFailure())).contains(named);
        });
    }

    @Test
    void aLearnedRowHasTheTablesFiguresUnlessItHasItsOwn() {
        context.withPropertyValues(
                        "waybill.tracker.thresholds.rows[0].name=learned",
                        "waybill.tracker.thresholds.rows[0].kinds=IN_TRANSIT",
                        "waybill.tracker.thresholds.rows[0].silence=48h",
                        "waybill.tracker.thresholds.rows[0].hours=learned",
                        "waybill.tracker.thresholds.rows[1].name=own",
                        "waybill.tracker.thresholds.rows[1].stages=STORED",
                        "waybill.tracker.thresholds.rows[1].silence=48h",
                        "waybill.tracker.thresholds.rows[1].hours=learned",
                        "waybill.tracker.thresholds.rows[1].floor=24h",
                        "waybill.tracker.thresholds.rows[1].cap=150h")
                .run(started -> {
                    List<ThresholdRow> rows = started.getBean(ThresholdTable.class).rows();
                    ThresholdRow learned = named("learned", rows);
                    ThresholdRow own = named("own", rows);
                    assertThat(learned.learning())
                            .isEqualTo(
                                    new Learning(1000, Duration.ofHours(12), Duration.ofHours(96)));
                    assertThat(learned.lostAfter()).isEqualTo(Duration.ofHours(120));
                    assertThat(own.learning())
                            .isEqualTo(
                                    new Learning(
                                            1000, Duration.ofHours(24), Duration.ofHours(150)));
                    assertThat(own.lostAfter()).isEqualTo(Duration.ofHours(150));
                });
    }

    private static ThresholdRow named(String name, List<ThresholdRow> rows) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
    }

    /** As the tracker starts with it, and as the document tells. */
    @Test
    void theExampleOfTheSpringFestivalIsATable() throws IOException {
        example("spring-festival-2027.yml")
                .run(started -> {
                    ThresholdTable table = started.getBean(ThresholdTable.class);
                    assertThat(row(table, "ZTO", "浙江", "2027-02-06T00:00:00Z"))
                            .isEqualTo("spring-festival-2027-zto");
                    assertThat(row(table, "ZTO", "浙江", "2027-02-10T16:00:00Z"))
                            .isEqualTo("spring-festival-2027");
                    assertThat(row(table, "ZTO", "新疆", "2027-02-06T00:00:00Z"))
                            .isEqualTo("spring-festival-2027-remote");
                    assertThat(row(table, "YTO", "浙江", "2027-01-29T15:59:59.999Z"))
                            .isEqualTo("in-transit");
                    assertThat(row(table, "BEST", "浙江", "2027-01-29T16:00:00Z"))
                            .isEqualTo("spring-festival-2027");
                    assertThat(row(table, "BEST", "浙江", "2027-02-14T16:00:00Z"))
                            .isEqualTo("in-transit");
                    new Tracking(
                            new StallJudge(table),
                            Retention.STANDARD,
                            started.getBean(TrackerSettings.class).limits());
                });
    }

    /** As the tracker starts with it, and as the document tells. */
    @Test
    void theExampleOfLearnedHoursIsATable() throws IOException {
        example("learned-silences.yml")
                .run(started -> {
                    ThresholdTable table = started.getBean(ThresholdTable.class);
                    assertThat(row(table, "ZTO", "浙江", "2027-03-06T00:00:00Z"))
                            .isEqualTo("learned-in-transit");
                    assertThat(row(table, "ZTO", "青海", "2027-03-06T00:00:00Z"))
                            .isEqualTo("learned-in-transit");
                    assertThat(row(table, "ZTO", "新疆", "2027-03-06T00:00:00Z"))
                            .isEqualTo("learned-far-west");
                    Tracking tracking =
                            new Tracking(
                                    new StallJudge(table),
                                    Retention.STANDARD,
                                    started.getBean(TrackerSettings.class).limits());
                    assertThat(tracking.learns()).isTrue();
                });
    }

    private ApplicationContextRunner example(String name) throws IOException {
        ApplicationContextRunner example = context;
        for (PropertySource<?> file :
                new YamlPropertySourceLoader()
                        .load(name, new FileSystemResource("../docs/examples/" + name))) {
            example =
                    example.withInitializer(starting ->
                            starting.getEnvironment().getPropertySources().addFirst(file));
        }
        return example;
    }

    private static String row(ThresholdTable table, String courier, String province, String since) {
        return table.explain(
                        new Circumstances(
                                "KUAISHOU",
                                new CourierCode(courier),
                                "",
                                province,
                                StallKind.IN_TRANSIT,
                                Stage.IN_TRANSIT,
                                Instant.parse(since)))
                .row()
                .name();
    }

    @Test
    void theDocumentTellsEveryDefaultRow() throws IOException {
        String document = Files.readString(Path.of("../docs/thresholds.md"));

        assertThat(new ThresholdTable(List.of(), DefaultThresholds.STANDARD).rows())
                .allSatisfy(row ->
                        assertThat(document)
                                .containsPattern(
                                        "\\| `%s` \\|[^|]*\\| %d h"
                                                .formatted(row.name(), row.silence().toHours())));
    }

    private static String everyWord(Throwable failure) {
        StringBuilder words = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            words.append(cause).append('\n');
        }
        return words.toString();
    }
}
