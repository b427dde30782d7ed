package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.types.RefundId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private final Finding finding = new Finding();

    @Test
    void nothingIsMissingWhenEverythingHasAnOutcome() {
        assertThat(missing()).isEmpty();
    }

    @Test
    void aRequestWithoutADecisionIsAwaited() {
        finding.decisions.remove(Finding.REFUND);
        assertThat(missing()).containsExactly("1 refund requests without a decision");
    }

    @Test
    void aPayoutUnderWayIsAwaited() {
        finding.paid.clear();
        assertThat(missing()).containsExactly("3 payouts neither paid nor declined nor parked");
    }

    @Test
    void anInterceptionThatIsOnlyAcceptedIsAwaited() {
        finding.answers.put(Finding.MISSED, InterceptionAnswer.ACCEPTED);
        assertThat(missing()).containsExactly("1 interceptions without an outcome");
    }

    @Test
    void aCaseThatGoesOnByItselfIsAwaited() {
        finding.states.put(Finding.MISSED.refund(), CaseState.AWAITING_REJECTION);
        assertThat(missing()).containsExactly("1 cases that go on by themselves");
        finding.states.put(Finding.MISSED.refund(), CaseState.MANUAL);
        assertThat(missing()).isEmpty();
    }

    @Test
    void webhooksAndScansInTheQueueAreAwaited() {
        finding.counted = new Counts(5, 2, 30, 4, 1, 0);
        assertThat(missing())
                .containsExactly("3 accepted webhooks not processed", "5 scans not processed");
    }

    @Test
    void aFinalAnswerStaysWhateverComesLater() {
        assertThat(InterceptionAnswer.UNKNOWN.after(InterceptionAnswer.FAILED))
                .isEqualTo(InterceptionAnswer.FAILED);
        assertThat(InterceptionAnswer.SUCCEEDED.after(InterceptionAnswer.UNKNOWN))
                .isEqualTo(InterceptionAnswer.SUCCEEDED);
    }

    private List<String> missing() {
        Findings found = finding.found();
        return Settling.missing(
                List.of(
                        new Asked(
                                new RefundId(Finding.REFUND.value()),
                                Finding.ORDER,
                                "fast-refund",
                                Finding.PRICE,
                                Finding.EXPECTED)),
                found.tally(),
                found.sent(),
                found.counted());
    }
}
