package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.types.ParcelId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecklistTest {

    private final Finding finding = new Finding();

    @Test
    void everythingHolds() {
        assertThat(Checklist.afterDemo(finding.found())).hasSize(20).allMatch(Check::ok);
        assertThat(Checklist.afterReplay(finding.found())).hasSize(12).allMatch(Check::ok);
    }

    @Test
    void aStoryThatCouldNotGoOnIsTold() {
        finding.troubles.add("t-1 (lost): waited in vain");
        assertThat(failed()).containsExactly("stories");
        assertThat(detail("stories")).contains("waited in vain");
    }

    @Test
    void whatIsUnderWayIsTold() {
        finding.unsettled.add("3 payouts");
        assertThat(failed()).containsExactly("settled");
    }

    @Test
    void aRequestWithoutADecisionFails() {
        finding.decisions.remove(Finding.REFUND);
        assertThat(failed()).containsExactly("one-decision");
        assertThat(detail("one-decision")).contains("rf-t-1-0").contains("0 decisions");
    }

    @Test
    void aRequestDecidedTwiceFails() {
        finding.decisions.put(Finding.REFUND, List.of(Finding.EXPECTED, Finding.EXPECTED));
        assertThat(failed()).containsExactly("one-decision");
    }

    @Test
    void anotherRowThanExpectedFails() {
        finding.decisions.put(
                Finding.REFUND, List.of(new Decided(Decision.AUTO_REFUND, "pre-ship-agree")));
        assertThat(failed()).contains("decisions-as-expected");
        assertThat(detail("decisions-as-expected")).contains("pre-ship-agree, not AUTO_REFUND by");
    }

    @Test
    void anotherDecisionThanExpectedFails() {
        finding.decisions.put(Finding.REFUND, List.of(new Decided(Decision.MANUAL, "fast-refund")));
        assertThat(failed()).containsExactly("decisions-as-expected");
    }

    @Test
    void aRowThatNeverHeldFails() {
        finding.decisions
                .values()
                .removeIf(decided -> decided.getFirst().row().equals("intercept"));
        assertThat(failed()).containsExactly("every-row");
        assertThat(detail("every-row")).contains("intercept").contains("INTERCEPT");
    }

    @Test
    void aKindOfStallThatWasNotRaisedFails() {
        ParcelId late = Finding.standing(StallKind.AT_DELIVERY);
        finding.raised.remove(late);
        finding.foreseen.remove(late);
        assertThat(failed()).containsExactly("every-stall");
    }

    @Test
    void aShapeOfStallThatWasNotSeenFails() {
        finding.halts.remove(finding.halts.iterator().next());
        assertThat(failed()).containsExactly("every-stall");
    }

    @Test
    void anAcceptedWebhookThatWasNeitherDecodedNorDeadLetteredFails() {
        finding.counted = new Counts(7, 2, 30, 9, 1, 2);
        assertThat(failed()).containsExactly("webhooks-accounted");
    }

    @Test
    void aWebhookCountedTwiceFails() {
        finding.counted = new Counts(9, 2, 30, 9, 1, 2);
        assertThat(failed()).containsExactly("webhooks-accounted");
    }

    @Test
    void anUnansweredWebhookMayOrMayNotHaveBeenTaken() {
        finding.sent = new Post.Sent(9, 2, 1, 40, 2, 0);
        assertThat(failed()).isEmpty();
        finding.sent = new Post.Sent(8, 2, 1, 40, 2, 0);
        assertThat(failed()).containsExactly("webhooks-accounted");
    }

    @Test
    void aLostScanFails() {
        finding.counted = new Counts(8, 2, 29, 9, 1, 2);
        assertThat(failed()).containsExactly("scans-accounted");
    }

    @Test
    void aScanThatNobodySentFails() {
        finding.counted = new Counts(8, 2, 31, 9, 1, 2);
        assertThat(failed()).containsExactly("scans-accounted");
    }

    @Test
    void aWronglySignedPushThatWasTakenFails() {
        finding.refusals.add("a push with no signature was taken");
        assertThat(failed()).containsExactly("spoiled-pushes");
    }

    @Test
    void fewStoriesMayBeCutShortByADeadline() {
        assertThat(failed()).isEmpty();
        finding.overtaken = 3;
        assertThat(failed()).containsExactly("deadlines");
        assertThat(detail("deadlines")).contains("3 of 20").contains("10 %");
    }

    @Test
    void aDeadlineThatFellBeforeItsTimeFails() {
        finding.early.add("rf-t-1-0: REJECTION_WAIT_OVER after PT9S, not PT10S");
        assertThat(failed()).containsExactly("deadlines");
    }

    @Test
    void aBrokenPushThatIsNoDeadLetterFails() {
        finding.deadLetters.put(Finding.WEBHOOKS, 1L);
        finding.counted = new Counts(8, 2, 30, 9, 1, 1);
        assertThat(failed()).containsExactly("dead-letters-accounted");
    }

    @Test
    void aGoodPushThatIsADeadLetterFails() {
        finding.deadLetters.put(Finding.WEBHOOKS, 3L);
        finding.counted = new Counts(7, 3, 30, 9, 1, 3);
        assertThat(failed()).containsExactly("dead-letters-accounted");
        finding.sent = new Post.Sent(10, 2, 0, 40, 2, 1);
        assertThat(failed()).isEmpty();
    }

    @Test
    void aDeadLetterOfAnotherTopicFails() {
        finding.deadLetters.put("orders.v1.dlt", 1L);
        finding.counted = new Counts(8, 2, 30, 9, 1, 3);
        assertThat(failed()).containsExactly("dead-letters-accounted");
        assertThat(detail("dead-letters-accounted")).contains("orders.v1.dlt");
    }

    @Test
    void aDeadLetterThatNobodyCountedFails() {
        finding.counted = new Counts(8, 2, 30, 9, 1, 1);
        assertThat(failed()).containsExactly("dead-letters-accounted");
    }

    @Test
    void manyDifferencesAreCutShort() {
        Check check = Check.of("n", "all", java.util.Collections.nCopies(13, "x"));
        assertThat(check.ok()).isFalse();
        assertThat(check.detail()).endsWith("and 3 more");
    }

    private List<String> failed() {
        return finding.failed();
    }

    private String detail(String name) {
        return finding.detail(name);
    }
}
