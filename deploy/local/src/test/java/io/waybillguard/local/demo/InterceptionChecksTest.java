package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.types.InterceptionId;
import io.waybillguard.events.types.RefundId;
import org.junit.jupiter.api.Test;

class InterceptionChecksTest {

    private final Finding finding = new Finding();

    @Test
    void anInterceptionWithoutAnOutcomeFails() {
        finding.answers.put(Finding.MISSED, InterceptionAnswer.UNKNOWN);
        assertThat(finding.failed()).containsExactly("interceptions-accounted");
        finding.answers.remove(Finding.MISSED);
        assertThat(finding.failed()).containsExactly("interceptions-accounted");
    }

    @Test
    void anAnswerToWhatNobodyAskedFails() {
        finding.interceptions.remove(Finding.MISSED);
        finding.toIntercept.remove(Finding.MISSED.refund());
        finding.couriersBook.removeIf(line -> line.requestId().equals(Finding.MISSED.value()));
        assertThat(finding.failed()).containsExactly("interceptions-accounted");
    }

    @Test
    void aRequestInTheBookThatNobodyMadeFails() {
        finding.couriersBook.add(
                Finding.line(new InterceptionId("ic-rf-t-7-0"), "ACCEPTED", "JD", ""));
        assertThat(finding.failed()).containsExactly("interceptions-accounted");
    }

    @Test
    void aRequestMadeTwiceFails() {
        finding.couriersBook.add(Finding.line(Finding.STOPPED, "ACCEPTED", "JD", ""));
        assertThat(finding.failed()).containsExactly("interceptions-accounted", "gateways");
    }

    @Test
    void aSuccessThatNoCourierKnowsFails() {
        InterceptionId unknown = new InterceptionId("ic-rf-t-8-0");
        finding.toIntercept.add(unknown.refund());
        finding.interceptions.add(unknown);
        finding.answers.put(unknown, InterceptionAnswer.SUCCEEDED);
        assertThat(finding.failed()).containsExactly("interceptions-accounted");
    }

    @Test
    void aCourierThatRefusedAtOnceNeedsNoLineInItsBook() {
        finding.couriersBook.removeIf(line -> line.requestId().equals(Finding.MISSED.value()));
        assertThat(finding.failed()).isEmpty();
    }

    @Test
    void aDecisionToInterceptThatNoCourierHearsOfFails() {
        finding.toIntercept.add(new RefundId("rf-t-9-0"));
        assertThat(finding.failed()).containsExactly("interceptions-accounted");
        assertThat(finding.detail("interceptions-accounted")).contains("not asked for");
    }

    @Test
    void aRequestToACourierThatNobodyDecidedFails() {
        finding.toIntercept.remove(Finding.MISSED.refund());
        assertThat(finding.failed()).containsExactly("interceptions-accounted");
    }

    @Test
    void anotherAnswerThanTheCouriersBookHasFails() {
        finding.answers.put(Finding.STOPPED, InterceptionAnswer.FAILED);
        assertThat(finding.failed()).containsExactly("interceptions-accounted");
        assertThat(finding.detail("interceptions-accounted"))
                .contains("FAILED, in the couriers' book SUCCEEDED");
    }

    @Test
    void anAnswerThatTheCourierHasNotGivenYetFails() {
        finding.couriersBook.removeIf(line -> line.status().equals("SUCCEEDED"));
        assertThat(finding.failed()).containsExactly("interceptions-accounted");
    }
}
