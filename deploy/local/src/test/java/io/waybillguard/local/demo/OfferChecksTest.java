package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.RefundId;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferChecksTest {

    private final Finding finding = new Finding();

    @Test
    void whatWasAgreedOnIsOwedElseWhatWasAskedFor() {
        assertThat(OfferChecks.owed(finding.found()))
                .containsEntry(Finding.PART_TAKEN, Finding.PART)
                .containsEntry(Finding.PART_DECLINED, Finding.PRICE)
                .containsEntry(Finding.REFUND, Finding.PRICE);
    }

    @Test
    void allOfTheMoneyWhereAPartWasAgreedOnFails() {
        paid(Finding.PART_TAKEN, Finding.PRICE);
        finding.ends.put(
                Finding.PART_TAKEN, List.of(new CaseEnd(CaseOutcome.REFUNDED, Finding.PRICE)));
        assertThat(finding.failed()).containsExactly("amounts", "offers-kept");
        assertThat(finding.detail("offers-kept")).contains("rf-t-4-0", "45.00", "129.00");
    }

    @Test
    void aPartWhereItWasDeclinedFails() {
        paid(Finding.PART_DECLINED, Finding.PART);
        assertThat(finding.failed()).contains("offers-kept");
    }

    @Test
    void moneyBesideTheGoodsOnceMoreFails() {
        paid(Finding.GOODS_TAKEN, Finding.PART);
        assertThat(finding.failed()).contains("offers-kept");
        assertThat(finding.detail("offers-kept")).contains("RESHIPPED with null");
    }

    @Test
    void anotherEndThanAgreedOnFails() {
        finding.ends.put(Finding.GOODS_TAKEN, List.of(new CaseEnd(CaseOutcome.WITHDRAWN, null)));
        assertThat(finding.failed()).containsExactly("offers-kept");
    }

    @Test
    void everyKindMustHaveBeenSeen() {
        finding.bargains.removeIf(bargain -> !bargain.accepted());
        assertThat(finding.failed()).containsExactly("offers-kept");
        assertThat(finding.detail("offers-kept")).isEqualTo("no offer was declined");
        finding.bargains.clear();
        assertThat(finding.detail("offers-kept")).contains("no part", "no goods");
    }

    private void paid(RefundId refund, Money money) {
        finding.commanded.put(refund, List.of(money));
        finding.paid.put(refund, List.of(money));
        finding.book.removeIf(line -> line.reference().equals(refund.value()));
        finding.book.add(new Books.Refund(refund.value(), refund.value().substring(3, 6), money));
    }
}
