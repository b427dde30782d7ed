package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.types.InterceptionId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.RefundId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecklistTest {

    private final Finding finding = new Finding();

    @Test
    void everythingHolds() {
        assertThat(Checklist.afterDemo(finding.found())).hasSize(12).allMatch(Check::ok);
        assertThat(Checklist.afterReplay(finding.found())).hasSize(7).allMatch(Check::ok);
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
        finding.stalls.remove(StallKind.AT_DELIVERY);
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
        finding.sent = new Post.Sent(9, 2, 1, 40);
        assertThat(failed()).isEmpty();
        finding.sent = new Post.Sent(8, 2, 1, 40);
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
    void aReferencePaidTwiceFails() {
        finding.book.add(finding.book.getFirst());
        assertThat(failed()).containsExactly("payouts-equal-the-book");
        assertThat(detail("payouts-equal-the-book")).contains("occurs 2 times");
        assertThat(finding.found().books().paidAgain()).isEqualTo(1);
    }

    @Test
    void aPaymentWithoutAnEventFails() {
        finding.paid.clear();
        assertThat(failed()).containsExactly("payouts-equal-the-book");
    }

    @Test
    void anEventWithoutAPaymentFails() {
        finding.paid.put(new RefundId("rf-t-9-0"), List.of(Money.yuan(1)));
        assertThat(failed()).containsExactly("payouts-equal-the-book");
    }

    @Test
    void anotherAmountThanTheEventsFails() {
        finding.paid.put(Finding.REFUND, List.of(Money.yuan(128)));
        assertThat(failed()).containsExactly("payouts-equal-the-book");
    }

    @Test
    void morePaidBackThanWasPaidFails() {
        finding.book.clear();
        finding.book.add(new Books.Refund("rf-t-1-0", "t-1", Money.fen(12_901)));
        finding.paid.put(Finding.REFUND, List.of(Money.fen(12_901)));
        assertThat(failed()).containsExactly("payouts-equal-the-book");
        assertThat(detail("payouts-equal-the-book")).contains("129.01");
    }

    @Test
    void anInterceptionWithoutAnOutcomeFails() {
        finding.answers.put(Finding.MISSED, InterceptionAnswer.UNKNOWN);
        assertThat(failed()).containsExactly("interceptions-accounted");
        finding.answers.remove(Finding.MISSED);
        assertThat(failed()).containsExactly("interceptions-accounted");
    }

    @Test
    void anAnswerToWhatNobodyAskedFails() {
        finding.interceptions.remove(Finding.MISSED);
        finding.couriersBook.removeIf(line -> line.requestId().equals(Finding.MISSED.value()));
        assertThat(failed()).containsExactly("interceptions-accounted");
    }

    @Test
    void aRequestInTheBookThatNobodyMadeFails() {
        finding.couriersBook.add(new Books.Interception("ic-rf-t-7-0", "ACCEPTED"));
        assertThat(failed()).containsExactly("interceptions-accounted");
    }

    @Test
    void aRequestMadeTwiceFails() {
        finding.couriersBook.add(new Books.Interception(Finding.STOPPED.value(), "ACCEPTED"));
        assertThat(failed()).containsExactly("interceptions-accounted");
    }

    @Test
    void aSuccessThatNoCourierKnowsFails() {
        InterceptionId unknown = new InterceptionId("ic-rf-t-8-0");
        finding.interceptions.add(unknown);
        finding.answers.put(unknown, InterceptionAnswer.SUCCEEDED);
        assertThat(failed()).containsExactly("interceptions-accounted");
    }

    @Test
    void aCourierThatRefusedAtOnceNeedsNoLineInItsBook() {
        finding.couriersBook.removeIf(line -> line.requestId().equals(Finding.MISSED.value()));
        assertThat(failed()).isEmpty();
    }

    @Test
    void aMessageSentTwiceFails() {
        finding.messages.add("n1");
        assertThat(failed()).containsExactly("no-message-twice");
    }

    @Test
    void manyDifferencesAreCutShort() {
        Check check = Check.of("n", "all", java.util.Collections.nCopies(13, "x"));
        assertThat(check.ok()).isFalse();
        assertThat(check.detail()).endsWith("and 3 more");
    }

    private List<String> failed() {
        return Checklist.afterDemo(finding.found()).stream()
                .filter(check -> !check.ok())
                .map(Check::name)
                .toList();
    }

    private String detail(String name) {
        return Checklist.afterDemo(finding.found()).stream()
                .filter(check -> check.name().equals(name))
                .map(Check::detail)
                .findFirst()
                .orElseThrow();
    }
}
