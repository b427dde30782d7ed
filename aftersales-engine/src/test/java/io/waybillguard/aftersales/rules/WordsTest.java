package io.waybillguard.aftersales.rules;

import static io.waybillguard.aftersales.fixtures.AnOrder.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.order.GoodsTrait;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallCause;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.policy.Language;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.types.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    static Stream<Template> templates() {
        return Stream.<Template[]>of(
                        Asks.values(), Reason.values(), Because.values(), Sentence.values())
                .flatMap(Arrays::stream);
    }

    static Stream<Enum<?>> constants() {
        return Stream.<Enum<?>[]>of(
                        Stage.values(),
                        StallKind.values(),
                        StallLevel.values(),
                        StallCause.values(),
                        RefundKind.values(),
                        RefundReason.values(),
                        GoodsTrait.values(),
                        Decision.values())
                .flatMap(Arrays::stream);
    }

    @Test
    void anInstantIsToldAsClocksInChinaShowIt() {
        assertThat(Words.of(Instant.parse("2026-03-10T16:00:00.999Z"), Language.EN))
                .isEqualTo("2026-03-11 00:00:00");
        assertThat(Words.of(Instant.parse("2026-03-10T15:59:59Z"), Language.ZH))
                .isEqualTo("2026-03-10 23:59:59");
    }

    @Test
    void whatStandsInAPlaceIsNotReadForPlacesItself() {
        assertThat(Phrase.of(Sentence.EXEMPT, "{0} and {1}").in(Language.EN))
                .isEqualTo("The stall is exempt by filing {0} and {1}.");
    }

    @Test
    void aPlaceWithoutAnArgumentStaysAsItIsWritten() {
        assertThat(Phrase.of(Sentence.SUGGESTED).in(Language.EN)).isEqualTo("Suggested: {0}.");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTemplateHasTheSamePlacesInBothLanguages(Template template) {
        assertThat(places(template.zh()))
                .containsExactlyInAnyOrderElementsOf(places(template.en()));
    }

    @ParameterizedTest
    @MethodSource("constants")
    void everyConstantIsSaidInChinese(Enum<?> constant) {
        assertThat(Words.of(constant, Language.ZH)).matches("\\p{IsHan}+");
    }

    @Test
    void moneyIsInYuanAndInstantsAreAsClocksInChinaShowThem() {
        Phrase phrase = Phrase.of(Reason.ASKED_LATE, NOON, Duration.ofDays(7));

        assertThat(phrase.in(Language.ZH)).isEqualTo("签收于 2026-03-10 20:00:00，申请时已超过 7 天");
        assertThat(phrase.in(Language.EN))
                .isEqualTo("asked more than 7 days after the signature of 2026-03-10 20:00:00");
        assertThat(Words.of(Money.fen(1990), Language.ZH)).isEqualTo("19.90 元");
        assertThat(Words.of(Duration.ofHours(36), Language.EN)).isEqualTo("36 hours");
    }

    @Test
    void ofManyThingsTheFirstFiveAreToldAndHowManyThereAre() {
        assertThat(Words.of(List.of(1, 2, 3, 4, 5), Language.EN)).isEqualTo("1, 2, 3, 4, 5");
        assertThat(Words.of(List.of(1, 2, 3, 4, 5, 6), Language.ZH)).isEqualTo("1、2、3、4、5 … (6)");
    }

    @Test
    void aPhraseIsNeverTooLong() {
        assertThat(Phrase.of(Because.SHOPS_OWN, "x".repeat(600)).in(Language.EN))
                .hasSize(512)
                .endsWith("…");
        assertThat(Phrase.of(Because.SHOPS_OWN, "x".repeat(512)).in(Language.EN))
                .isEqualTo("x".repeat(512));
    }

    private static List<String> places(String words) {
        return PLACE.matcher(words).results().map(it -> it.group()).distinct().toList();
    }
}
