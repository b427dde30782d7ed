package io.waybillguard.notifier.notice;

import static io.waybillguard.notifier.notice.Given.BUYER;
import static io.waybillguard.notifier.notice.Given.NOON;
import static io.waybillguard.notifier.notice.Given.RULES;
import static io.waybillguard.notifier.notice.Given.campaign;
import static io.waybillguard.notifier.notice.Given.cleared;
import static io.waybillguard.notifier.notice.Given.refund;
import static io.waybillguard.notifier.notice.Given.stall;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.notice.NoticeReceipt.NoticeSuppressed;
import io.waybillguard.events.notice.NoticeScene;
import io.waybillguard.events.notice.NoticeSubject;
import io.waybillguard.events.notice.PlannedNotice.NoticePlanned;
import io.waybillguard.events.notice.SuppressedBecause;
import io.waybillguard.events.policy.NoticeTerms;
import io.waybillguard.events.types.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Duration GATHER = RULES.gather();

    private final Desk desk = new Desk(RULES);

    @Test
    void newsIsToldWhenTheGatheringTimeIsOverNotBefore() {
        desk.hear(stall(1, 1, NOON), NOON);

        assertThat(desk.buyer().due()).isEqualTo(NOON.plus(GATHER));
        assertThat(desk.at(NOON.plus(GATHER).minus(MILLI))).isEmpty();
        assertThat(desk.at(NOON.plus(GATHER))).hasSize(1);
        assertThat(desk.at(NOON.plus(GATHER).plus(MILLI))).isEmpty();
    }

    @Test
    void laterNewsDoesNotPutTheMessageOff() {
        desk.hear(stall(1, 1, NOON), NOON);
        desk.hear(stall(2, 1, NOON), NOON.plus(GATHER).minus(MILLI));

        List<NoticePlanned> planned = desk.at(NOON.plus(GATHER));

        assertThat(planned).hasSize(1);
        assertThat(planned.getFirst().subjects())
                .containsExactly(Given.stallSubject(1, 1), Given.stallSubject(2, 1));
        assertThat(planned.getFirst().text()).contains("70001", "70002", "order-1", "order-2");
    }

    @Test
    void newsAfterTheGatheringTimeIsAMessageOfItsOwn() {
        desk.hear(stall(1, 1, NOON), NOON);
        desk.at(NOON.plus(GATHER));
        desk.hear(stall(2, 1, NOON), NOON.plus(GATHER));

        assertThat(desk.at(NOON.plus(GATHER).plus(GATHER)))
                .singleElement()
                .satisfies(n -> assertThat(n.subjects()).hasSize(1));
    }

    @Test
    void differentShopsSpeakInDifferentMessages() {
        var other = stall(2, 1, NOON);
        desk.hear(stall(1, 1, NOON), NOON);
        desk.hear(
                new News.Happened(BUYER, new ShopId("shop-2"), other.subject(), null, "", NOON),
                NOON);

        assertThat(desk.at(NOON.plus(GATHER)))
                .extracting(n -> n.shopId().value())
                .containsExactly("shop-1", "shop-2");
    }

    @Test
    void oneEpisodeIsToldOnceForEver() {
        desk.hear(stall(1, 1, NOON), NOON);
        desk.hear(stall(1, 1, NOON), NOON);
        assertThat(desk.reasons()).containsExactly(SuppressedBecause.DUPLICATE);
        assertThat(desk.at(NOON.plus(GATHER))).hasSize(1);

        Instant later = NOON.plus(Duration.ofDays(89));
        desk.hear(stall(1, 1, later), later);

        assertThat(desk.at(later.plus(GATHER))).isEmpty();
        assertThat(desk.reasons())
                .containsExactly(SuppressedBecause.DUPLICATE, SuppressedBecause.DUPLICATE);
    }

    @Test
    void theNextEpisodeIsToldAgain() {
        desk.hear(stall(1, 1, NOON), NOON);
        desk.at(NOON.plus(GATHER));
        desk.hear(stall(1, 2, NOON), NOON.plus(GATHER));

        assertThat(desk.at(NOON.plus(GATHER).plus(GATHER))).hasSize(1);
    }

    @Test
    void whatWasToldIsForgottenAfterTheRetention() {
        desk.hear(stall(1, 1, NOON), NOON);
        Instant told = NOON.plus(GATHER);
        desk.at(told);
        Instant end = told.plus(RULES.rememberFor());

        assertThat(desk.buyer().due()).isEqualTo(end);
        desk.at(end.minus(MILLI));
        assertThat(desk.buyer().nothingToKeep()).isFalse();
        desk.at(end);
        assertThat(desk.buyer().nothingToKeep()).isTrue();
        assertThat(desk.buyer().due()).isNull();
    }

    @Test
    void aStallThatClearsWhileItWaitsIsNotTold() {
        desk.hear(stall(1, 1, NOON), NOON);
        desk.hear(cleared(1, 1, NOON), NOON.plusSeconds(1));

        assertThat(desk.reasons()).containsExactly(SuppressedBecause.STALE);
        assertThat(desk.at(NOON.plus(GATHER))).isEmpty();
        desk.hear(stall(1, 1, NOON), NOON.plus(GATHER));
        assertThat(desk.at(NOON.plus(GATHER).plus(GATHER))).isEmpty();
    }

    @Test
    void aStallThatClearsAfterItWasToldChangesNothing() {
        desk.hear(stall(1, 1, NOON), NOON);
        desk.at(NOON.plus(GATHER));
        desk.hear(cleared(1, 1, NOON), NOON.plus(GATHER));

        assertThat(desk.suppressed).isEmpty();
    }

    @Test
    void theClearingOfAnotherEpisodeDoesNotMakeItStale() {
        desk.hear(stall(1, 2, NOON), NOON);
        desk.hear(cleared(1, 1, NOON), NOON);

        assertThat(desk.at(NOON.plus(GATHER))).hasSize(1);
    }

    @Test
    void newsOfTheNightIsToldAtItsEnd() {
        Instant ten = Instant.parse("2026-03-10T14:00:00Z");
        Instant eight = Instant.parse("2026-03-11T00:00:00Z");
        Instant heard = ten.minus(GATHER);
        desk.hear(stall(1, 1, heard), heard);

        assertThat(desk.buyer().due()).isEqualTo(eight);
        assertThat(desk.at(ten)).isEmpty();
        assertThat(desk.at(eight.minus(MILLI))).isEmpty();
        assertThat(desk.at(eight)).hasSize(1);
    }

    @Test
    void newsGatheredOneMilliBeforeTheNightIsStillTold() {
        Instant ten = Instant.parse("2026-03-10T14:00:00Z");
        Instant heard = ten.minus(GATHER).minus(MILLI);
        desk.hear(stall(1, 1, heard), heard);

        assertThat(desk.at(ten.minus(MILLI))).hasSize(1);
    }

    @Test
    void aDeadlineThatFiresLateInTheNightWaitsForItsEnd() {
        Instant ten = Instant.parse("2026-03-10T14:00:00Z");
        Instant heard = ten.minus(GATHER).minus(MILLI);
        desk.hear(refund(1, NoticeScene.REFUND_PAID, heard), heard);

        assertThat(desk.at(ten)).isEmpty();
        assertThat(desk.buyer().due()).isEqualTo(Instant.parse("2026-03-11T00:00:00Z"));
        assertThat(desk.at(Instant.parse("2026-03-11T00:00:00Z"))).hasSize(1);
    }

    @Test
    void newsOfOneDayOldIsStale() {
        Instant fresh = NOON.plus(GATHER).minus(RULES.staleAfter()).plus(MILLI);
        Instant stale = NOON.plus(GATHER).minus(RULES.staleAfter());
        desk.hear(stall(1, 1, fresh), NOON);
        desk.hear(stall(2, 1, stale), NOON);
        desk.hear(stall(3, 1, stale.minus(MILLI)), NOON);

        List<NoticePlanned> planned = desk.at(NOON.plus(GATHER));

        assertThat(planned)
                .singleElement()
                .satisfies(n -> {
                    assertThat(n.subjects()).containsExactly(Given.stallSubject(1, 1));
                    assertThat(n.notAfter()).isEqualTo(NOON.plus(GATHER).plus(MILLI));
                });
        assertThat(desk.reasons())
                .containsExactly(SuppressedBecause.STALE, SuppressedBecause.STALE);
    }

    @Test
    void aMessageIsStaleWithItsOldestNews() {
        desk.hear(campaign(1, "old", NOON.minusSeconds(100)), NOON);
        desk.hear(campaign(2, "new", NOON), NOON);

        assertThat(desk.at(NOON.plus(GATHER)).getFirst().notAfter())
                .isEqualTo(NOON.minusSeconds(100).plus(RULES.staleAfter()));
    }

    @Test
    void aMessageAboutAStallIsStaleTwoHoursAfterItWasPlanned() {
        desk.hear(stall(1, 1, NOON.minus(Duration.ofHours(9))), NOON);
        desk.hear(campaign(2, "new", NOON), NOON);

        assertThat(desk.at(NOON.plus(GATHER)).getFirst().notAfter())
                .isEqualTo(NOON.plus(GATHER).plus(RULES.stallStaleAfter()));
    }

    @Test
    void aStallThatRidesAlongDoesNotMakeStaleWhatARefundNeeds() {
        desk.hear(stall(1, 1, NOON), NOON);
        desk.hear(refund(1, NoticeScene.REFUND_PAID, NOON), NOON);

        assertThat(desk.at(NOON.plus(GATHER)).getFirst().notAfter())
                .isEqualTo(NOON.plus(RULES.staleAfter()));
    }

    @Test
    void aMessageIsRecalledWhenTheLastOfItsStallsClears() {
        desk.hear(stall(1, 1, NOON), NOON);
        desk.hear(stall(2, 1, NOON), NOON);
        NoticePlanned planned = desk.at(NOON.plus(GATHER)).getFirst();

        desk.hear(cleared(1, 1, NOON), NOON.plusSeconds(60));
        assertThat(desk.recalled).isEmpty();
        desk.hear(cleared(2, 1, NOON), NOON.plusSeconds(61));
        assertThat(desk.recalled)
                .containsExactly(
                        new Recall(
                                planned.noticeId(), SuppressedBecause.STALE, planned.notAfter()));
        desk.hear(cleared(2, 1, NOON), NOON.plusSeconds(62));
        desk.hear(new News.OptedOut(BUYER, NOON), NOON.plusSeconds(63));
        assertThat(desk.recalled).hasSize(1);
    }

    @Test
    void aMessageIsRecalledWhenTheBuyerOptsOutUnlessARefundNeedsIt() {
        desk.hear(stall(1, 1, NOON), NOON);
        NoticePlanned stall = desk.at(NOON.plus(GATHER)).getFirst();
        Instant later = NOON.plus(GATHER);
        desk.hear(stall(2, 1, later), later);
        desk.hear(refund(1, NoticeScene.REFUND_PAID, later), later);
        assertThat(desk.at(later.plus(GATHER))).hasSize(1);

        desk.hear(new News.OptedOut(BUYER, later), later.plus(GATHER));

        assertThat(desk.recalled)
                .containsExactly(
                        new Recall(
                                stall.noticeId(), SuppressedBecause.OPTED_OUT, stall.notAfter()));
    }

    @Test
    void whatCanNoLongerBeSentIsNotRecalled() {
        desk.hear(stall(1, 1, NOON), NOON);
        Instant end = desk.at(NOON.plus(GATHER)).getFirst().notAfter();
        Desk before = new Desk(RULES);
        before.hear(stall(1, 1, NOON), NOON);
        before.at(NOON.plus(GATHER));

        desk.hear(cleared(1, 1, end), end);
        before.hear(cleared(1, 1, end), end.minus(MILLI));

        assertThat(desk.recalled).isEmpty();
        assertThat(desk.buyer().underway()).isEmpty();
        assertThat(before.recalled).hasSize(1);
    }

    @Test
    void aCaseThatComesBackToAStateIsToldWhatWasNotToldWhenItLeft() {
        desk.hear(refund(1, NoticeScene.PLEASE_REFUSE, NOON), NOON);
        desk.hear(Given.caseLeft(1, NoticeScene.PLEASE_REFUSE, NOON), NOON.plusSeconds(1));
        assertThat(desk.reasons()).containsExactly(SuppressedBecause.STALE);
        assertThat(desk.buyer().nothingToKeep()).isTrue();

        desk.hear(refund(1, NoticeScene.PLEASE_REFUSE, NOON), NOON.plusSeconds(2));

        assertThat(desk.at(NOON.plusSeconds(2).plus(GATHER))).hasSize(1);
    }

    @Test
    void aParcelThatComesBackToItsLockerIsTold() {
        desk.hear(Given.stored(1, NOON), NOON);
        desk.hear(Given.fetched(1, NOON), NOON.plusSeconds(1));
        desk.hear(Given.stored(1, NOON), NOON.plusSeconds(2));

        assertThat(desk.at(NOON.plusSeconds(2).plus(GATHER))).hasSize(1);
    }

    @Test
    void theFourthMessageOfADayIsSuppressedUnlessARefundNeedsIt() {
        Instant at = tellThree();
        desk.hear(stall(4, 1, at), at);
        assertThat(desk.at(at.plus(GATHER))).isEmpty();
        assertThat(desk.reasons()).containsExactly(SuppressedBecause.DAILY_CAP);

        Instant later = at.plus(GATHER);
        desk.hear(refund(1, NoticeScene.REFUND_PAID, later), later);
        assertThat(desk.at(later.plus(GATHER))).hasSize(1);
    }

    @Test
    void otherNewsMayRideOnAMessageThatARefundNeeds() {
        Instant at = tellThree();
        desk.hear(stall(4, 1, at), at);
        desk.hear(refund(1, NoticeScene.REFUND_AGREED, at), at);

        assertThat(desk.at(at.plus(GATHER)))
                .singleElement()
                .satisfies(n -> assertThat(n.subjects()).hasSize(2));
    }

    @Test
    void theCapIsCountedByTheBuyersDay() {
        desk.hear(stall(1, 1, NOON), NOON);
        desk.at(NOON.plus(GATHER));
        Instant evening = Instant.parse("2026-03-10T13:00:00Z");
        for (int i = 2; i <= 3; i++) {
            desk.hear(stall(i, 1, evening), evening);
            desk.at(evening.plus(GATHER));
        }
        desk.hear(stall(4, 1, evening), evening);
        assertThat(desk.at(evening.plus(GATHER))).isEmpty();

        Instant morning = Instant.parse("2026-03-11T00:00:00Z");
        desk.hear(stall(5, 1, morning), morning);
        assertThat(desk.at(morning.plus(GATHER))).hasSize(1);
    }

    @Test
    void afterAnOptOutOnlyWhatARefundNeedsIsTold() {
        desk.hear(stall(1, 1, NOON), NOON);
        desk.hear(new News.OptedOut(BUYER, NOON), NOON.plusSeconds(1));
        desk.hear(refund(1, NoticeScene.PLEASE_REFUSE, NOON), NOON.plusSeconds(2));

        assertThat(desk.at(NOON.plus(GATHER)))
                .singleElement()
                .satisfies(n ->
                        assertThat(n.subjects())
                                .extracting(NoticeSubject::scene)
                                .containsExactly(NoticeScene.PLEASE_REFUSE));
        assertThat(desk.reasons()).containsExactly(SuppressedBecause.OPTED_OUT);
    }

    @Test
    void aRefundSceneWithoutARefundDoesNotPassTheOptOut() {
        var subject = new NoticeSubject(NoticeScene.REFUND_PAID, null, null, 0, null);
        desk.hear(new News.OptedOut(BUYER, NOON), NOON);
        desk.hear(
                new News.Happened(
                        BUYER,
                        Given.SHOP,
                        subject,
                        new io.waybillguard.events.types.NoticeId("n-1"),
                        "a sale",
                        NOON),
                NOON);

        assertThat(desk.at(NOON.plus(GATHER))).isEmpty();
        assertThat(desk.reasons()).containsExactly(SuppressedBecause.OPTED_OUT);
    }

    @Test
    void messagesAreWelcomeAgainAfterAnOptIn() {
        desk.hear(new News.OptedOut(BUYER, NOON), NOON);
        desk.hear(new News.OptedIn(BUYER, NOON), NOON);
        assertThat(desk.buyer().nothingToKeep()).isTrue();
        desk.hear(stall(1, 1, NOON), NOON);

        assertThat(desk.at(NOON.plus(GATHER))).hasSize(1);
    }

    @Test
    void anOptOutIsKeptForEver() {
        desk.hear(new News.OptedOut(BUYER, NOON), NOON);

        assertThat(desk.buyer().nothingToKeep()).isFalse();
        assertThat(desk.buyer().due()).isNull();
    }

    @Test
    void twoRequestsAreTwoMattersAndOneRequestIsOne() {
        desk.hear(campaign(1, "first", NOON), NOON);
        desk.hear(campaign(1, "first", NOON), NOON);
        desk.hear(campaign(2, "second", NOON), NOON);

        assertThat(desk.at(NOON.plus(GATHER)))
                .singleElement()
                .satisfies(n -> {
                    assertThat(n.subjects()).hasSize(2);
                    assertThat(n.text()).contains("1. first", "2. second");
                });
    }

    @Test
    void theIdOfAMessageFollowsFromItsBuyerAndMattersAlone() {
        Desk again = new Desk(RULES);
        desk.hear(stall(1, 1, NOON), NOON);
        desk.hear(stall(2, 1, NOON), NOON);
        again.hear(stall(2, 1, NOON), NOON.plusSeconds(7));
        again.hear(stall(1, 1, NOON), NOON.plusSeconds(8));
        Desk other = new Desk(RULES);
        other.hear(stall(1, 2, NOON), NOON);

        var id = desk.at(NOON.plus(GATHER)).getFirst().noticeId();

        assertThat(again.at(NOON.plusSeconds(7).plus(GATHER)).getFirst().noticeId()).isEqualTo(id);
        assertThat(other.at(NOON.plus(GATHER)).getFirst().noticeId()).isNotEqualTo(id);
    }

    @Test
    void tooMuchAtOneTimeIsSuppressedNotKept() {
        for (int i = 1; i <= RULES.pendingAtMost() + 1; i++) {
            desk.hear(stall(i, 1, NOON), NOON);
        }

        assertThat(desk.buyer().pending()).hasSize(RULES.pendingAtMost());
        assertThat(desk.reasons()).containsExactly(SuppressedBecause.OTHER);
    }

    @Test
    void newsThatDoesNotFitIntoOneMessageBecomesTwo() {
        String long_ = "x".repeat(1200);
        desk.hear(campaign(1, long_, NOON), NOON);
        desk.hear(campaign(2, long_, NOON), NOON);
        desk.hear(campaign(3, "y".repeat(700), NOON), NOON);

        List<NoticePlanned> planned = desk.at(NOON.plus(GATHER));

        assertThat(planned).extracting(n -> n.subjects().size()).containsExactly(1, 2);
        assertThat(planned).allSatisfy(n -> assertThat(n.text()).hasSizeLessThanOrEqualTo(2000));
    }

    @Test
    void theOldestMattersAreForgottenWhenThereAreTooMany() {
        var small =
                new PlanRules(
                        Given.NIGHT,
                        GATHER,
                        100,
                        RULES.staleAfter(),
                        RULES.stallStaleAfter(),
                        RULES.rememberFor(),
                        100,
                        2);
        Desk few = new Desk(small);
        for (int i = 1; i <= 3; i++) {
            Instant at = NOON.plus(Duration.ofMinutes(i));
            few.hear(stall(i, 1, at), at);
            few.at(at.plus(GATHER));
        }

        assertThat(few.buyer().settled().keySet())
                .containsExactlyInAnyOrder(stall(2, 1, NOON).matter(), stall(3, 1, NOON).matter());
    }

    private Instant tellThree() {
        Instant at = NOON;
        for (int i = 1; i <= 3; i++) {
            desk.hear(stall(i, 1, at), at);
            assertThat(desk.at(at.plus(GATHER))).hasSize(1);
            at = at.plus(GATHER);
        }
        return at;
    }

    /** One buyer and all that left for it. */
    static final class Desk {

        private final Plan plan;
        private Buyer buyer = Buyer.unknown(BUYER);
        private final List<NoticeSuppressed> suppressed = new java.util.ArrayList<>();
        private final List<Recall> recalled = new java.util.ArrayList<>();

        Desk(PlanRules rules) {
            this.plan = new Plan(rules, new Composer(Given.SHANGHAI));
        }

        void hear(News news, Instant at) {
            Outcome outcome = plan.hear(buyer, news, at);
            assertThat(outcome.planned()).isEmpty();
            take(outcome);
        }

        /** What is planned when the buyer's deadline is looked at. */
        List<NoticePlanned> at(Instant now) {
            if (buyer.due() == null || buyer.due().isAfter(now)) {
                return List.of();
            }
            Outcome outcome = plan.due(buyer, now, _ -> NoticeTerms.DEFAULT);
            take(outcome);
            return outcome.planned();
        }

        private void take(Outcome outcome) {
            buyer = outcome.buyer();
            suppressed.addAll(outcome.suppressed());
            recalled.addAll(outcome.recalled());
        }

        Buyer buyer() {
            return buyer;
        }

        List<Recall> recalled() {
            return recalled;
        }

        List<SuppressedBecause> reasons() {
            return suppressed.stream().map(NoticeSuppressed::because).toList();
        }
    }
}
