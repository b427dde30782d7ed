package io.waybillguard.notifier.notice;

import static io.waybillguard.notifier.notice.Given.NOON;
import static io.waybillguard.notifier.notice.Given.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.notice.NoticeScene;
import io.waybillguard.events.notice.PlannedNotice.NoticePlanned;
import io.waybillguard.events.notice.SuppressedBecause;
import io.waybillguard.events.policy.Language;
import io.waybillguard.events.policy.NoticeTerms;
import io.waybillguard.events.refund.AftersalesEvent;
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.refund.Offer;
import io.waybillguard.events.refund.OfferKind;
import io.waybillguard.events.types.OfferId;
import io.waybillguard.notifier.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a buyer is told of what a shop offers instead of the refund. */
class OfferNewsTest {

    private static final Offer OFFER = Events.offer("of-1");
    private static final NoticeTerms ENGLISH = new NoticeTerms(Language.EN, Map.of());

    private final PlanTest.Desk desk = new PlanTest.Desk(RULES);
    private final Composer composer = new Composer(Given.SHANGHAI);

    @Test
    void anOfferIsToldWithWhatItPaysAndUntilWhenAndHowToAnswer() {
        News.Happened news = only(Events.offered(CaseState.MANUAL, OFFER));

        assertThat(news.scene()).isEqualTo(NoticeScene.OFFER_PARTIAL_REFUND);
        assertThat(news.essential()).isTrue();
        assertThat(text(news, NoticeTerms.DEFAULT))
                .contains("D-100", "20.50 元", "在 3月12日 12:00 之前", "订单页", "同意或不同意");
        assertThat(text(news, ENGLISH))
                .contains("D-100", "20.50 yuan", "until 12 March, 12:00 (UTC+08:00)")
                .contains("accept or decline on the order page");
    }

    @Test
    void theGoodsOnceMoreAreToldWithoutMoney() {
        var again = new Offer(new OfferId("of-2"), OfferKind.RESHIPMENT, null, OFFER.expiresAt());

        News.Happened news = only(Events.offered(CaseState.MANUAL, again));

        assertThat(news.scene()).isEqualTo(NoticeScene.OFFER_RESHIPMENT);
        assertThat(text(news, NoticeTerms.DEFAULT)).contains("补发", "3月12日").doesNotContain("元");
        assertThat(text(news, ENGLISH)).contains("once more", "12 March").doesNotContain("yuan");
    }

    @Test
    void aShopTellsItInItsOwnWords() {
        News.Happened news = only(Events.offered(CaseState.MANUAL, OFFER));

        assertThat(text(news, own("OFFER_PARTIAL_REFUND", "{order}: ¥{amount}, {until}")))
                .isEqualTo("D-100: ¥20.50, 3月12日 12:00");
    }

    @ParameterizedTest
    @CsvSource({"REFUND_PAID, {amount}", "OFFER_RESHIPMENT, {amount}", "REFUND_AGREED, {until}"})
    void wordsThatAskForAnOfferWhereThereIsNoneArePassedOver(NoticeScene scene, String template) {
        News.Happened news = Given.refund(1, scene, NOON);

        assertThat(text(news, own(scene.name(), template))).startsWith("您好");
    }

    @ParameterizedTest
    @EnumSource(
            value = NoticeScene.class,
            names = {"OFFER_PARTIAL_REFUND", "OFFER_RESHIPMENT"})
    void anOfferThatIsNotKnownLeavesNoHoles(NoticeScene scene) {
        News.Happened news = Given.refund(1, scene, NOON);

        assertThat(text(news, own(scene.name(), "only {until}")))
                .isEqualTo(text(Given.refund(1, NoticeScene.OTHER, NOON), NoticeTerms.DEFAULT));
    }

    @Test
    void eachOfferOfACaseIsToldOnce() {
        hear(Events.offered(CaseState.MANUAL, OFFER), NOON);
        hear(Events.offered(CaseState.MANUAL, OFFER), NOON);
        hear(Events.offered(CaseState.MANUAL, Events.offer("of-2")), NOON);

        assertThat(desk.at(NOON.plus(RULES.gather())))
                .singleElement()
                .satisfies(notice -> assertThat(notice.subjects()).hasSize(2));
        assertThat(desk.reasons()).containsExactly(SuppressedBecause.DUPLICATE);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(Events.offerEnded(CaseState.PAYING, MoveReason.OFFER_ACCEPTED, OFFER)),
                Arguments.of(Events.offerEnded(CaseState.MANUAL, MoveReason.OFFER_DECLINED, OFFER)),
                Arguments.of(Events.moved(CaseState.OFFERED, CaseState.MANUAL, MoveReason.OTHER)),
                Arguments.of(Events.closed(CaseOutcome.RESHIPPED)),
                Arguments.of(Events.closed(CaseOutcome.WITHDRAWN)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anOfferThatIsOverBeforeItWasToldIsNotTold(AftersalesEvent over) {
        hear(Events.offered(CaseState.MANUAL, OFFER), NOON);
        hear(over, NOON);

        assertThat(desk.at(NOON.plus(RULES.gather()))).isEmpty();
        assertThat(desk.reasons()).containsExactly(SuppressedBecause.STALE);
    }

    @ParameterizedTest
    @CsvSource({
        "OFFER_EXPIRED, 已经过了答复时间",
        "OFFER_WITHDRAWN, 已经不再有效",
        "PARCEL_SIGNED, 已经不再有效",
        "OTHER, 已经不再有效",
    })
    void theEndOfAnOfferIsToldToWhomTheOfferWasTold(MoveReason because, String words) {
        hear(Events.offered(CaseState.MANUAL, OFFER), NOON);
        desk.at(NOON.plus(RULES.gather()));
        Instant later = NOON.plus(Duration.ofHours(3));

        hear(Events.offerEnded(CaseState.MANUAL, because, OFFER), later);

        List<NoticePlanned> planned = desk.at(later.plus(RULES.gather()));
        assertThat(planned)
                .singleElement()
                .satisfies(notice -> assertThat(notice.text()).contains("D-100", words));
    }

    @Test
    void nobodyIsToldOfTheEndOfAnOfferThatHeNeverHeardOf() {
        hear(Events.offered(CaseState.MANUAL, OFFER), NOON);
        hear(Events.offerEnded(CaseState.MANUAL, MoveReason.OFFER_WITHDRAWN, OFFER), NOON);

        assertThat(desk.at(NOON.plus(RULES.gather()))).isEmpty();
        assertThat(desk.reasons())
                .containsExactly(SuppressedBecause.STALE, SuppressedBecause.STALE);
    }

    @ParameterizedTest
    @EnumSource(
            value = MoveReason.class,
            names = {"OFFER_ACCEPTED", "OFFER_DECLINED", "REQUEST_CHANGED", "MERCHANT_AGREED"})
    void anEndThatTheBuyerMadeOrThatBringsMoreIsNotTold(MoveReason because) {
        hear(Events.offered(CaseState.MANUAL, OFFER), NOON);
        desk.at(NOON.plus(RULES.gather()));

        hear(Events.offerEnded(CaseState.PAYING, because, OFFER), NOON.plusSeconds(60));

        assertThat(desk.buyer().pending()).isEmpty();
    }

    @Test
    void aMessageAboutAnOfferIsRecalledWhenTheOfferIsOver() {
        hear(Events.offered(CaseState.MANUAL, OFFER), NOON);
        NoticePlanned planned = desk.at(NOON.plus(RULES.gather())).getFirst();

        hear(
                Events.offerEnded(CaseState.PAYING, MoveReason.OFFER_ACCEPTED, OFFER),
                NOON.plusSeconds(60));

        assertThat(desk.recalled())
                .extracting(Recall::noticeId)
                .containsExactly(planned.noticeId());
    }

    @Test
    void nothingIsToldOfAnOfferOnceItIsVoid() {
        var brief =
                new Offer(
                        OFFER.offerId(),
                        OfferKind.PARTIAL_REFUND,
                        OFFER.amount(),
                        NOON.plus(RULES.gather()));
        hear(Events.offered(CaseState.MANUAL, brief), NOON);

        assertThat(desk.at(NOON.plus(RULES.gather()))).isEmpty();
        hear(
                Events.offerEnded(CaseState.MANUAL, MoveReason.OFFER_EXPIRED, brief),
                NOON.plus(RULES.gather()));
        assertThat(desk.buyer().pending()).isEmpty();
        assertThat(desk.reasons())
                .containsExactly(SuppressedBecause.STALE, SuppressedBecause.STALE);
    }

    @Test
    void aMessageAboutAnOfferIsNotSentOnceTheOfferIsVoid() {
        Instant voidAt = NOON.plus(Duration.ofHours(1));
        var brief = new Offer(OFFER.offerId(), OfferKind.PARTIAL_REFUND, OFFER.amount(), voidAt);
        hear(Events.offered(CaseState.MANUAL, brief), NOON);

        assertThat(desk.at(NOON.plus(RULES.gather())).getFirst().notAfter()).isEqualTo(voidAt);
    }

    @Test
    void whileAnOfferStandsTheParcelIsStillToBeRefused() {
        hear(
                Events.moved(
                        CaseState.INTERCEPTING,
                        CaseState.AWAITING_REJECTION,
                        MoveReason.INTERCEPTION_FAILED),
                NOON);
        hear(Events.offered(CaseState.AWAITING_REJECTION, OFFER), NOON);

        assertThat(waiting())
                .contains("case:R-1:PLEASE_REFUSE", "offer:R-1/of-1/OFFER_PARTIAL_REFUND");

        hear(Events.offerEnded(CaseState.PAYING, MoveReason.PARCEL_REFUSED, OFFER), NOON);

        assertThat(waiting()).containsExactly("case:R-1:INTERCEPTION_FAILED");
    }

    @Test
    void allOffersOfACaseAreNotThoseOfACaseWhoseIdBeginsTheSame() {
        Matter mine = Matter.of(only(Events.offered(CaseState.MANUAL, OFFER)).subject(), null);

        assertThat(new Matter("offer:R-1/").covers(mine)).isTrue();
        assertThat(new Matter("offer:R-/").covers(mine)).isFalse();
        assertThat(new Matter("offer:R-").covers(mine)).isFalse();
        assertThat(mine.covers(mine)).isTrue();
    }

    private List<String> waiting() {
        return desk.buyer().pending().stream().map(one -> one.news().matter().value()).toList();
    }

    private void hear(AftersalesEvent event, Instant at) {
        NewsOfCase.of(event, at).forEach(news -> desk.hear(news, at));
    }

    private static News.Happened only(AftersalesEvent event) {
        return (News.Happened) NewsOfCase.of(event, NOON).getLast();
    }

    private String text(News.Happened news, NoticeTerms terms) {
        return composer.compose(List.of(news), terms).getFirst().text();
    }

    private static NoticeTerms own(String scene, String template) {
        return new NoticeTerms(Language.ZH, Map.of(scene, template));
    }
}
