package io.waybillguard.notifier.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.notice.NoticeRequest.BuyerOptedIn;
import io.waybillguard.events.notice.NoticeRequest.BuyerOptedOut;
import io.waybillguard.events.notice.NoticeRequest.NoticeRequested;
import io.waybillguard.events.notice.NoticeScene;
import io.waybillguard.events.notice.NoticeSubject;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.parcel.StallEvent.StallReviewed;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.types.NoticeId;
import io.waybillguard.notifier.Events;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NewsOfTest {

    @Test
    void aReviewIsNoNewsToABuyer() {
        StallEvent raised = Events.stall(StallKind.IN_TRANSIT, ParcelRole.DELIVERY, 1);
        StallReviewed reviewed =
                new StallReviewed(
                        raised.orderId(),
                        raised.shopId(),
                        raised.buyerId(),
                        raised.stall(),
                        2,
                        Given.NOON);

        assertThat(NewsOf.stall(reviewed, Given.NOON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_COLLECTED, STALL_NOT_COLLECTED",
        "AFTER_PICKUP, STALL_AFTER_PICKUP",
        "IN_TRANSIT, STALL_IN_TRANSIT",
        "AT_DELIVERY, STALL_AT_DELIVERY",
    })
    void aStallIsToldByItsKind(StallKind kind, NoticeScene scene) {
        assertThat(told(NewsOf.stall(Events.stall(kind, ParcelRole.DELIVERY, 2), Given.NOON)))
                .containsExactly("stall:ZTO/735001:2:" + scene);
    }

    @Test
    void aClearedStallIsOverUnderWhateverKindItWasTold() {
        assertThat(told(NewsOf.stall(Events.cleared(StallKind.IN_TRANSIT, 2), Given.NOON)))
                .containsExactlyInAnyOrder(
                        "over stall:ZTO/735001:2:STALL_NOT_COLLECTED",
                        "over stall:ZTO/735001:2:STALL_AFTER_PICKUP",
                        "over stall:ZTO/735001:2:STALL_IN_TRANSIT",
                        "over stall:ZTO/735001:2:STALL_AT_DELIVERY");
    }

    @Test
    void anEscalationAndAReturnParcelAreNotTold() {
        assertThat(NewsOf.stall(Events.escalated(StallKind.IN_TRANSIT, 1), Given.NOON)).isEmpty();
        assertThat(
                        NewsOf.stall(
                                Events.stall(StallKind.IN_TRANSIT, ParcelRole.RETURN, 1),
                                Given.NOON))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVERY, OUT_FOR_DELIVERY, STORED, locker:ZTO/735001",
        "DELIVERY, STORED, SIGNED, over locker:ZTO/735001",
        "DELIVERY, STORED, RETURNING, over locker:ZTO/735001",
        "DELIVERY, OUT_FOR_DELIVERY, SIGNED, ''",
        "DELIVERY, , COLLECTED, ''",
        "RETURN, OUT_FOR_DELIVERY, STORED, ''",
    })
    void aParcelInALockerIsTold(ParcelRole role, Stage from, Stage to, String expected) {
        assertThat(told(NewsOf.milestone(Events.milestone(role, from, to), Given.NOON)))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "AUTO_REFUND, REFUND_AGREED",
        "APPROVE_RETURN, RETURN_APPROVED",
        "INTERCEPT, INTERCEPTION_STARTED",
        "REJECT_THEN_REFUND, PLEASE_REFUSE",
        "MANUAL, REFUND_WITH_PERSON",
    })
    void aDecisionIsTold(Decision decision, NoticeScene scene) {
        assertThat(told(NewsOfCase.of(Events.decided(decision), Given.NOON)))
                .containsExactly("case:R-1:" + scene);
    }

    @Test
    void aNewDecisionTakesThePlaceOfTheOldOne() {
        assertThat(
                        told(
                                NewsOfCase.of(
                                        Events.redecided(
                                                Decision.INTERCEPT, Decision.REJECT_THEN_REFUND),
                                        Given.NOON)))
                .containsExactly("over case:R-1:INTERCEPTION_STARTED", "case:R-1:PLEASE_REFUSE");
        assertThat(
                        told(
                                NewsOfCase.of(
                                        Events.redecided(Decision.MANUAL, Decision.MANUAL),
                                        Given.NOON)))
                .containsExactly("case:R-1:REFUND_WITH_PERSON");
    }

    static Stream<Arguments> moves() {
        return Stream.of(
                Arguments.of(
                        CaseState.INTERCEPTING,
                        CaseState.PAYING,
                        MoveReason.INTERCEPTION_SUCCEEDED,
                        List.of("case:R-1:INTERCEPTION_SUCCEEDED")),
                Arguments.of(
                        CaseState.INTERCEPTING,
                        CaseState.AWAITING_REJECTION,
                        MoveReason.INTERCEPTION_FAILED,
                        List.of("case:R-1:INTERCEPTION_FAILED", "case:R-1:PLEASE_REFUSE")),
                Arguments.of(
                        CaseState.INTERCEPTING,
                        CaseState.MANUAL,
                        MoveReason.INTERCEPTION_UNANSWERED,
                        List.of("case:R-1:INTERCEPTION_FAILED")),
                Arguments.of(
                        CaseState.INTERCEPTING,
                        CaseState.INTERCEPTING,
                        MoveReason.INTERCEPTION_ACCEPTED,
                        List.of()),
                Arguments.of(
                        CaseState.INTERCEPTING,
                        CaseState.INTERCEPTING,
                        MoveReason.COURIER_UNREACHABLE,
                        List.of()),
                Arguments.of(
                        CaseState.INTERCEPTING,
                        CaseState.AWAITING_REJECTION,
                        MoveReason.COURIER_UNREACHABLE,
                        List.of("case:R-1:INTERCEPTION_FAILED", "case:R-1:PLEASE_REFUSE")),
                Arguments.of(null, CaseState.AWAITING_REJECTION, MoveReason.DECIDED, List.of()),
                Arguments.of(
                        CaseState.AWAITING_REJECTION,
                        CaseState.AWAITING_REJECTION,
                        MoveReason.REFUSAL_WITHOUT_PROOF,
                        List.of()),
                Arguments.of(
                        CaseState.AWAITING_REJECTION,
                        CaseState.PAYING,
                        MoveReason.PARCEL_REFUSED,
                        List.of("over case:R-1:PLEASE_REFUSE")),
                Arguments.of(
                        null,
                        CaseState.AWAITING_RETURN,
                        MoveReason.DECIDED,
                        List.of("case:R-1:RETURN_WAYBILL_WANTED")),
                Arguments.of(
                        CaseState.AWAITING_RETURN,
                        CaseState.RETURN_ON_THE_WAY,
                        MoveReason.RETURN_WAYBILL_GIVEN,
                        List.of("over case:R-1:RETURN_WAYBILL_WANTED")),
                Arguments.of(null, CaseState.MANUAL, MoveReason.DECIDED, List.of()));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void aMoveOfACaseIsToldWhereTheBuyerShouldKnow(
            CaseState from, CaseState to, MoveReason because, List<String> expected) {
        assertThat(told(NewsOfCase.of(Events.moved(from, to, because), Given.NOON)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"REFUNDED, REFUND_PAID", "REFUSED, REFUND_REFUSED"})
    void theEndOfACaseIsToldAndEndsWhatWasStillGoingOn(CaseOutcome outcome, NoticeScene scene) {
        assertThat(told(NewsOfCase.of(Events.closed(outcome), Given.NOON)))
                .containsExactly(
                        "over offer:R-1/",
                        "over case:R-1:INTERCEPTION_STARTED",
                        "over case:R-1:PLEASE_REFUSE",
                        "over case:R-1:REFUND_WITH_PERSON",
                        "over case:R-1:RETURN_WAYBILL_WANTED",
                        "case:R-1:" + scene);
    }

    @Test
    void aCaseThatExpiresIsNotToldAndEndsWhatWasStillGoingOn() {
        assertThat(told(NewsOfCase.of(Events.closed(CaseOutcome.EXPIRED), Given.NOON)))
                .hasSize(5)
                .allMatch(text -> text.startsWith("over "));
    }

    @Test
    void aWithdrawnCaseLeavesNothingToTell() {
        assertThat(told(NewsOfCase.of(Events.closed(CaseOutcome.WITHDRAWN), Given.NOON)))
                .hasSize(11)
                .allMatch(text -> text.startsWith("over "));
    }

    @Test
    void aReminderIsNotForTheBuyer() {
        assertThat(NewsOfCase.of(Events.reminder(), Given.NOON)).isEmpty();
    }

    @Test
    void aRequestKeepsItsTextAndItsId() {
        var subject = new NoticeSubject(NoticeScene.FESTIVAL, null, null, 0, null);
        var asked =
                new NoticeRequested(
                        new NoticeId("n-9"), Given.BUYER, Given.SHOP, subject, "hi", Given.NOON);

        assertThat(NewsOf.request(asked, Given.NOON.plusSeconds(1)))
                .containsExactly(
                        new News.Happened(
                                Given.BUYER,
                                Given.SHOP,
                                subject,
                                new NoticeId("n-9"),
                                "hi",
                                Given.NOON.plusSeconds(1)));
        assertThat(told(NewsOf.request(asked, Given.NOON))).containsExactly("request:n-9");
    }

    @Test
    void aRequestAboutAStallEpisodeIsTheSameMatterAsTheStall() {
        News.Happened told = Given.stall(1, 1, Given.NOON);

        assertThat(Matter.of(told.subject(), new NoticeId("n-1"))).isEqualTo(told.matter());
    }

    @Test
    void wishesAreNews() {
        assertThat(NewsOf.request(new BuyerOptedOut(Given.BUYER, Given.NOON), Given.NOON))
                .containsExactly(new News.OptedOut(Given.BUYER, Given.NOON));
        assertThat(NewsOf.request(new BuyerOptedIn(Given.BUYER, Given.NOON), Given.NOON))
                .containsExactly(new News.OptedIn(Given.BUYER, Given.NOON));
    }

    private static List<String> told(List<News> news) {
        return news.stream()
                .flatMap(one ->
                        switch (one) {
                            case News.Happened happened -> Stream.of(happened.matter().value());
                            case News.Over over -> over.matters().stream().map(m -> "over " + m);
                            case News.OptedOut _ -> Stream.of("out");
                            case News.OptedIn _ -> Stream.of("in");
                        })
                .toList();
    }
}
