package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.Explanation;
import io.waybillguard.events.refund.Situation;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.ShopId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialChecksTest {

    private static final Decided AT_ONCE = new Decided(Decision.AUTO_REFUND, "fast-refund");
    private static final Money PAID_THEN = Finding.PART.plus(Finding.PRICE);
    private static final Money PAID_WOULD = Finding.PRICE.plus(Finding.PRICE);
    private static final long MORE = PAID_WOULD.fen() - PAID_THEN.fen();

    private final Finding finding = new Finding();
    private final List<Tried.Compared> cases = new ArrayList<>();
    private Tried.Totals again = totals(3, 0, 3, 0);
    private Tried.Totals tried = totals(3, 1, 2, MORE);
    private Decided explained = AT_ONCE;

    TrialChecksTest() {
        cases.add(compared(Finding.PART_TAKEN, Finding.BY_PEOPLE, AT_ONCE));
    }

    private static Tried.Totals totals(long count, long differing, long people, long more) {
        return new Tried.Totals(
                count,
                differing,
                differing,
                differing == 0 ? Map.of() : Map.of("MANUAL -> AUTO_REFUND", differing),
                new Tried.Side(PAID_THEN, 3),
                new Tried.Side(PAID_WOULD, people),
                more,
                0);
    }

    private static Tried.Compared compared(RefundId refund, Decided then, Decided would) {
        return new Tried.Compared(
                refund,
                Finding.PRICE,
                new Tried.Course(List.of(then), told("去问人", "ask a person"), Finding.PART, true),
                new Tried.Course(
                        List.of(would), told("立即退款", "at once\nand all"), Finding.PRICE, false));
    }

    private static Explanation told(String chinese, String english) {
        return new Explanation(
                "refund",
                1,
                Situation.NOT_SHIPPED,
                List.of(),
                List.of(),
                Map.of(),
                "",
                null,
                Map.of("zh", chinese, "en", english));
    }

    private Trial trial() {
        Candidate candidate =
                new Candidate(
                        new ShopId("careful-1"),
                        finding.asked.stream()
                                .filter(asked -> !asked.refund().equals(Finding.REFUND))
                                .toList(),
                        Map.of(Finding.PART_TAKEN, AT_ONCE));
        return new Trial(
                candidate, new Tried(again, List.of()), new Tried(tried, cases), explained);
    }

    private List<String> failed() {
        return TrialChecks.all(trial(), finding.found()).stream()
                .filter(check -> !check.ok())
                .map(Check::name)
                .toList();
    }

    @Test
    void everythingHolds() {
        assertThat(failed()).isEmpty();
        assertThat(trial().inShort()).isEqualTo(new Trial.InShort("careful-1", 3, 1, MORE, 3, 2));
    }

    @Test
    void aPastThatDiffersFromItselfFails() {
        again = totals(3, 1, 3, 0);
        assertThat(failed()).containsExactly("backtest-same-again");
    }

    @Test
    void aRequestThatIsNotReplayedFails() {
        again = totals(2, 0, 3, 0);
        assertThat(failed()).containsExactly("backtest-same-again");
        again = totals(3, 0, 3, 0);
        tried = totals(2, 1, 2, MORE);
        assertThat(failed()).containsExactly("backtest-changes");
    }

    @Test
    void otherMoneyThanInTheBookFails() {
        finding.book.removeIf(line -> line.reference().equals(Finding.PART_DECLINED.value()));
        assertThat(failed()).containsExactly("backtest-same-again");
    }

    @Test
    void anotherDifferenceInMoneyFails() {
        tried = totals(3, 1, 2, MORE + 1);
        assertThat(failed()).containsExactly("backtest-changes");
    }

    @Test
    void aChangeThatIsNotThereFails() {
        cases.clear();
        assertThat(failed()).containsExactly("backtest-changes");
    }

    @Test
    void aChangeThatMustNotBeFails() {
        cases.add(compared(Finding.GOODS_TAKEN, Finding.BY_PEOPLE, AT_ONCE));
        assertThat(failed()).containsExactly("backtest-changes");
    }

    @Test
    void anotherRowOrAnotherRecordThanKnownFails() {
        cases.set(0, compared(Finding.PART_TAKEN, Finding.BY_PEOPLE, Finding.BY_PEOPLE));
        assertThat(failed()).containsExactly("backtest-changes");
        cases.set(0, compared(Finding.PART_TAKEN, AT_ONCE, AT_ONCE));
        assertThat(failed()).containsExactly("backtest-changes");
    }

    @Test
    void anotherNumberOfPeopleFails() {
        tried = totals(3, 1, 3, MORE);
        assertThat(failed()).containsExactly("backtest-changes");
    }

    @Test
    void anotherExplanationFails() {
        explained = Finding.BY_PEOPLE;
        assertThat(failed()).containsExactly("explained");
    }

    @Test
    void thePageShowsOneCaseSideBySideInBothLanguages() {
        assertThat(String.join("\n", TrialPage.of(trial())))
                .contains(
                        "3 requests, 0 would differ",
                        "1 of 3: MANUAL -> AUTO_REFUND 1",
                        "174.00 paid then, 258.00 would be (+84.00)",
                        "3 cases needed one, 2 would",
                        "MANUAL by otherwise; 45.00 paid, a person had to act",
                        "AUTO_REFUND by fast-refund; 129.00 paid, nobody had to act",
                        "去问人",
                        "立即退款",
                        "ask a person",
                        "and all");
    }
}
