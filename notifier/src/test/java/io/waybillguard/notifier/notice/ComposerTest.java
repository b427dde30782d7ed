package io.waybillguard.notifier.notice;

import static io.waybillguard.notifier.notice.Given.NOON;
import static io.waybillguard.notifier.notice.Given.stall;
import static io.waybillguard.notifier.notice.Given.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.notice.NoticeScene;
import io.waybillguard.events.notice.NoticeSubject;
import io.waybillguard.events.policy.Language;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.notifier.Events;
import io.waybillguard.notifier.notice.Composer.Message;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposerTest {

    private final Composer composer = new Composer(Given.SHANGHAI);

    static Stream<Arguments> scenes() {
        return Stream.of(Language.values())
                .flatMap(language ->
                        Stream.of(NoticeScene.values())
                                .map(scene -> Arguments.of(language, scene)));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void everySceneHasWordsInEveryLanguage(Language language, NoticeScene scene) {
        String alone = text(language, Map.of(), subject(scene));
        String first = text(language, Map.of(), subject(scene), subject(scene));

        assertThat(alone).isNotBlank().doesNotContain("{", "}", "null", "  ");
        assertThat(first)
                .isNotBlank()
                .doesNotContain("{", "}", "null", "  ")
                .contains("1. ", "2. ");
        assertThat(isChinese(alone)).isEqualTo(language == Language.ZH);
        assertThat(isChinese(first)).isEqualTo(language == Language.ZH);
        if (scene != NoticeScene.FESTIVAL) {
            assertThat(alone).contains("D-100");
            assertThat(first).contains("D-100");
        }
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void whatIsNotKnownLeavesNothingBehind(Language language, NoticeScene scene) {
        var bare = new NoticeSubject(scene, null, null, 0, null);

        for (String text :
                List.of(
                        text(language, Map.of(), bare),
                        text(language, Map.of(), bare, subject(scene)))) {
            assertThat(text)
                    .isNotBlank()
                    .doesNotContain("{", "}", "null", "  ", "()", "（", " ,", " .", " :");
        }
    }

    @Test
    void aStallNamesTheOrderTheCourierAndTheWaybill() {
        assertThat(text(Language.ZH, Map.of(), subject(NoticeScene.STALL_IN_TRANSIT)))
                .contains("D-100", "中通快递", "735001");
        assertThat(text(Language.EN, Map.of(), subject(NoticeScene.STALL_IN_TRANSIT)))
                .contains("D-100", "ZTO Express", "735001");
    }

    @Test
    void aCourierWithoutANameIsToldByItsCode() {
        var subject =
                new NoticeSubject(
                        NoticeScene.WAITS_IN_LOCKER,
                        new OrderId("D-1"),
                        ParcelId.of("NEWCO", "9"),
                        0,
                        null);

        assertThat(text(Language.EN, Map.of(), subject)).contains("NEWCO 9");
    }

    @Test
    void theShopsOwnWordsWin() {
        var own = Map.of("STALL_IN_TRANSIT", "亲，{order} 的 {courier}{waybill} 慢了");

        assertThat(text(Language.ZH, own, subject(NoticeScene.STALL_IN_TRANSIT)))
                .isEqualTo("亲，D-100 的 中通快递735001 慢了");
        assertThat(
                        text(
                                Language.ZH,
                                own,
                                subject(NoticeScene.STALL_IN_TRANSIT),
                                subject(NoticeScene.WAITS_IN_LOCKER)))
                .contains("1. 亲，D-100 的 中通快递735001 慢了")
                .contains("2. 订单 D-100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "dear {name}", "broken {order", "odd } brace", "{}"})
    void shopsWordsThatCannotBeFilledArePassedOver(String own) {
        assertThat(
                        text(
                                Language.EN,
                                Map.of("STALL_IN_TRANSIT", own),
                                subject(NoticeScene.STALL_IN_TRANSIT)))
                .startsWith("Hello, the parcel of order D-100");
    }

    @Test
    void shopsWordsThatAreTooLongOnceFilledArePassedOver() {
        assertThat(
                        text(
                                Language.EN,
                                Map.of("FESTIVAL", "x".repeat(1600) + "{waybill}".repeat(44)),
                                subject(NoticeScene.FESTIVAL)))
                .hasSize(1600 + 44 * 6);
        assertThat(text(Language.EN, Map.of("FESTIVAL", "{waybill}".repeat(222)), longWaybill()))
                .startsWith("Hello");
    }

    @Test
    void aSceneForWhichAShopHasNoWordsIsToldInTheDefaultOnes() {
        assertThat(
                        text(
                                Language.EN,
                                Map.of("FESTIVAL", "Happy holidays"),
                                subject(NoticeScene.STALL_IN_TRANSIT)))
                .startsWith("Hello, the parcel of order D-100");
    }

    @Test
    void aDollarSignInAShopsWordsIsOnlyADollarSign() {
        assertThat(
                        text(
                                Language.EN,
                                Map.of("FESTIVAL", "$1 off {order}"),
                                subject(NoticeScene.FESTIVAL)))
                .isEqualTo("$1 off D-100");
    }

    @Test
    void aTextThatWasAskedForIsSentAsItIs() {
        List<Message> messages =
                composer.compose(
                        List.of(Given.campaign(1, " {any}  text ", NOON)),
                        terms(Language.EN, Map.of("FESTIVAL", "own")));

        assertThat(messages).extracting(Message::text).containsExactly(" {any}  text ");
    }

    @Test
    void aHundredPiecesAreToldInMessagesThatFit() {
        List<News.Happened> pieces =
                Stream.iterate(1, i -> i + 1).limit(100).map(i -> stall(i, 1, NOON)).toList();

        List<Message> messages = composer.compose(pieces, terms(Language.EN, Map.of()));

        assertThat(messages).hasSizeGreaterThan(1);
        assertThat(messages).allSatisfy(m -> assertThat(m.text().length()).isLessThan(2001));
        assertThat(messages.stream().flatMap(m -> m.pieces().stream())).isEqualTo(pieces);
    }

    private String text(Language language, Map<String, String> own, NoticeSubject... subjects) {
        List<News.Happened> pieces =
                Stream.of(subjects)
                        .map(subject ->
                                new News.Happened(Given.BUYER, Given.SHOP, subject, null, "", NOON))
                        .toList();
        return composer.compose(pieces, terms(language, own)).getFirst().text();
    }

    private static NoticeSubject subject(NoticeScene scene) {
        return new NoticeSubject(
                scene,
                new OrderId("D-100"),
                ParcelId.of("ZTO", "735001"),
                1,
                null,
                Events.offer("of-1"));
    }

    private static NoticeSubject longWaybill() {
        return new NoticeSubject(
                NoticeScene.FESTIVAL, null, ParcelId.of("ZTO", "73500100000000"), 0, null);
    }

    private static boolean isChinese(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
