package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.RefundId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MoneyChecksTest {

    private static final RefundId OTHER = new RefundId("rf-t-9-0");

    private final Finding finding = new Finding();

    @Test
    void aReferencePaidTwiceFails() {
        finding.book.add(finding.book.getFirst());
        assertThat(finding.failed()).contains("payouts-equal-the-book");
        assertThat(finding.detail("payouts-equal-the-book")).contains("occurs 2 times");
        assertThat(finding.found().books().paidAgain()).isEqualTo(1);
    }

    @Test
    void aPaymentWithoutAnEventFails() {
        finding.paid.clear();
        assertThat(finding.failed()).contains("payouts-equal-the-book");
    }

    @Test
    void anEventWithoutAPaymentFails() {
        finding.paid.put(new RefundId("rf-t-9-0"), List.of(Money.yuan(1)));
        finding.commanded.put(new RefundId("rf-t-9-0"), List.of(Money.yuan(1)));
        assertThat(finding.failed()).contains("payouts-equal-the-book");
    }

    @Test
    void anotherAmountThanTheEventsFails() {
        finding.paid.put(Finding.REFUND, List.of(Money.yuan(128)));
        assertThat(finding.failed()).contains("payouts-equal-the-book");
    }

    @Test
    void morePaidBackThanWasPaidFails() {
        finding.book.clear();
        finding.book.add(new Books.Refund("rf-t-1-0", "t-1", Money.fen(12_901)));
        finding.paid.put(Finding.REFUND, List.of(Money.fen(12_901)));
        assertThat(finding.failed()).contains("payouts-equal-the-book");
        assertThat(finding.detail("payouts-equal-the-book")).contains("129.01");
    }

    @Test
    void aPayoutOfAnotherAmountThanWasAskedForFails() {
        finding.commanded.put(Finding.REFUND, List.of(Money.yuan(128)));
        assertThat(finding.failed()).containsExactly("amounts");
        assertThat(finding.detail("amounts")).contains("129.00").contains("128.00");
    }

    @Test
    void aPayoutThatIsCommandedTwiceFails() {
        finding.commanded.put(Finding.REFUND, List.of(Finding.PRICE, Finding.PRICE));
        assertThat(finding.failed()).containsExactly("amounts");
    }

    @Test
    void aPayoutThatNobodyAskedForFails() {
        finding.commanded.put(OTHER, List.of(Money.yuan(1)));
        assertThat(finding.failed()).containsExactly("amounts");
    }

    @Test
    void aPaymentThatNobodyCommandedFails() {
        finding.commanded.clear();
        assertThat(finding.failed()).containsExactly("amounts");
    }

    @Test
    void aCaseThatEndsWithAnotherAmountThanTheBooksFails() {
        ends(new CaseEnd(CaseOutcome.REFUNDED, Money.yuan(128)));
        assertThat(finding.failed()).containsExactly("cases-end");
        assertThat(finding.detail("cases-end")).contains("128.00").contains("129.00");
    }

    @Test
    void aRefundedCaseWithoutMoneyFails() {
        ends(new CaseEnd(CaseOutcome.REFUNDED, null));
        assertThat(finding.failed()).containsExactly("cases-end");
        finding.ends.put(OTHER, List.of(new CaseEnd(CaseOutcome.REFUNDED, null)));
        ends(new CaseEnd(CaseOutcome.REFUNDED, Finding.PRICE));
        assertThat(finding.failed()).containsExactly("cases-end");
    }

    @Test
    void moneyOfACaseThatDidNotEndWithARefundFails() {
        ends(new CaseEnd(CaseOutcome.REFUSED, Finding.PRICE));
        assertThat(finding.failed()).containsExactly("cases-end");
        ends(new CaseEnd(CaseOutcome.WITHDRAWN, null));
        assertThat(finding.failed()).containsExactly("cases-end");
    }

    @Test
    void aCaseThatEndsWithoutARefundNeedsNoMoney() {
        finding.ends.put(OTHER, List.of(new CaseEnd(CaseOutcome.EXPIRED, null)));
        assertThat(finding.failed()).isEmpty();
    }

    @Test
    void aPaidCaseThatDoesNotEndFails() {
        finding.ends.remove(Finding.REFUND);
        assertThat(finding.failed()).containsExactly("cases-end");
    }

    @Test
    void aCaseThatEndsTwiceFails() {
        CaseEnd end = new CaseEnd(CaseOutcome.REFUNDED, Finding.PRICE);
        finding.ends.put(Finding.REFUND, List.of(end, end));
        assertThat(finding.failed()).containsExactly("cases-end");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "INTERCEPTING",
                "AWAITING_REJECTION",
                "CHECKING_ALLOWANCE",
                "PAYING",
                "WAITING_FOR_ORDER"
            })
    void aCaseThatShouldHaveGoneOnByItselfFails(CaseState state) {
        finding.states.put(OTHER, state);
        assertThat(finding.failed()).containsExactly("cases-end");
    }

    @ParameterizedTest
    @EnumSource(names = {"MANUAL", "AWAITING_RETURN", "RETURN_ON_THE_WAY", "RETURN_SIGNED"})
    void aCaseMayWaitForSomebody(CaseState state) {
        finding.states.put(OTHER, state);
        assertThat(finding.failed()).isEmpty();
    }

    private void ends(CaseEnd end) {
        finding.ends.put(Finding.REFUND, List.of(end));
    }
}
