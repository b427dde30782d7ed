package io.waybillguard.aftersales.refund;

import static io.waybillguard.aftersales.fixtures.APolicy.aPolicy;
import static io.waybillguard.aftersales.fixtures.AnOrder.NOON;
import static io.waybillguard.aftersales.fixtures.AnOrder.ORDER;
import static io.waybillguard.aftersales.fixtures.AnOrder.anOrder;
import static io.waybillguard.aftersales.refund.ADesk.REFUND;
import static io.waybillguard.aftersales.refund.ADesk.aCappedDesk;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.allowance.AllowanceAnswer.AllowanceDenied;
import io.waybillguard.events.allowance.AllowanceAnswer.AllowanceGranted;
import io.waybillguard.events.allowance.DayCap;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.refund.AftersalesEvent.RefundRedecided;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.types.Money;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a rule alone pays asks the platform's caps of the day first. */
class DayCapsTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Money CAP = Money.yuan(2000);

    private final ADesk desk = aCappedDesk(aPolicy().fastRefund(), anOrder());

    private void asked() {
        desk.at(NOON).refundAsked(RefundKind.REFUND_ONLY, Money.yuan(100));
    }

    private void grants(DayCap day, int attempt) {
        desk.answers(new AllowanceGranted(day, ORDER, REFUND, attempt, NOON));
    }

    private void denies(DayCap day, int attempt) {
        desk.answers(new AllowanceDenied(day, ORDER, REFUND, attempt, Money.yuan(1950), CAP, NOON));
    }

    @Test
    void bothDaysAreAskedAndMustGrantBeforeARulePays() {
        assertThat(desk.wordsOf(this::asked))
                .containsExactly(
                        "decided AUTO_REFUND fast-refund",
                        "null->CHECKING_ALLOWANCE DECIDED",
                        "AllowanceAsked SHOP 1",
                        "AllowanceAsked BUYER 1");
        assertThat(desk.wordsOf(() -> grants(DayCap.BUYER, 1))).isEmpty();
        assertThat(desk.wordsOf(() -> grants(DayCap.SHOP, 1)))
                .containsExactly("CHECKING_ALLOWANCE->PAYING ALLOWANCE_GRANTED", "PayoutRequested");
    }

    @Test
    void oneDayThatGrantsTwiceIsNotTwoDays() {
        asked();
        grants(DayCap.SHOP, 1);
        grants(DayCap.SHOP, 1);

        assertThat(desk.theCase().state()).isEqualTo(CaseState.CHECKING_ALLOWANCE);
        assertThat(desk.notes())
                .contains(
                        new Note.Ignored(
                                "CHECKING_ALLOWANCE", new CaseEvent.DayGranted(DayCap.SHOP)));
    }

    @Test
    void aShopsDayWithoutRoomLeavesItToAPersonAndGivesBothBack() {
        asked();
        grants(DayCap.BUYER, 1);

        assertThat(desk.wordsOf(() -> denies(DayCap.SHOP, 1)))
                .containsExactly(
                        "AllowanceReturned SHOP 1",
                        "AllowanceReturned BUYER 1",
                        "redecided MANUAL shop-day-cap",
                        "CHECKING_ALLOWANCE->MANUAL ALLOWANCE_DENIED");
        assertThat(story("zh")).contains("店铺当天仅凭规则可支付的金额不足");
        assertThat(reasons()).contains("rules alone have paid 1950.00");
        assertThat(reasons()).contains("2000.00");
    }

    @Test
    void aShopIsNotToldWhatOthersPaidItsBuyer() {
        asked();
        denies(DayCap.BUYER, 1);

        assertThat(redecided().row()).isEqualTo("buyer-day-cap");
        assertThat(redecided().decision()).isEqualTo(Decision.MANUAL);
        assertThat(redecided().explanation().toString()).contains("2000.00").doesNotContain("1950");
        assertThat(desk.dossier().toString()).doesNotContain("1950");
    }

    @Test
    void silenceDoesNotAgreeToWhatADayHasNoRoomFor() {
        asked();
        denies(DayCap.SHOP, 1);

        desk.after(Duration.ofDays(1)).pulse().after(Duration.ofDays(9)).pulse();

        assertThat(desk.theCase().state()).isEqualTo(CaseState.MANUAL);
        assertThat(desk.payouts()).isZero();
        desk.agreed();
        assertThat(desk.payouts()).isEqualTo(1);
        assertThat(desk.words()).endsWith("MANUAL->PAYING MERCHANT_AGREED", "PayoutRequested");
    }

    @Test
    void anAnswerIsWaitedForUntilTheDeadlineAndNotBeyond() {
        asked();
        grants(DayCap.SHOP, 1);

        assertThat(desk.wordsOf(() -> desk.at(NOON.plus(TEN_MINUTES).minus(MILLI)).pulse()))
                .isEmpty();
        assertThat(desk.wordsOf(() -> desk.at(NOON.plus(TEN_MINUTES)).pulse()))
                .as("waited for once more")
                .isEmpty();
        assertThat(
                        desk.wordsOf(() ->
                                desk.at(NOON.plus(TEN_MINUTES.multipliedBy(2)).minus(MILLI))
                                        .pulse()))
                .isEmpty();
        assertThat(desk.wordsOf(() -> desk.at(NOON.plus(TEN_MINUTES.multipliedBy(2))).pulse()))
                .containsExactly(
                        "AllowanceReturned SHOP 1",
                        "AllowanceReturned BUYER 1",
                        "redecided MANUAL day-caps-unanswered",
                        "CHECKING_ALLOWANCE->MANUAL ALLOWANCE_UNANSWERED");
        assertThat(desk.wordsOf(() -> grants(DayCap.BUYER, 1))).isEmpty();
        assertThat(desk.notes())
                .endsWith(new Note.Ignored("MANUAL", new CaseEvent.DayGranted(DayCap.BUYER)));
    }

    /** The request is read at its own time, and only then are the days asked. */
    @Test
    void aRequestThatWaitedThroughAnOutageIsStillAnswered() {
        asked();
        desk.at(NOON.plus(Duration.ofHours(1))).pulse();

        grants(DayCap.SHOP, 1);
        assertThat(desk.wordsOf(() -> grants(DayCap.BUYER, 1)))
                .containsExactly("CHECKING_ALLOWANCE->PAYING ALLOWANCE_GRANTED", "PayoutRequested");
    }

    @Test
    void aCourierWhoSaidNothingIsLetGoWhenARulePaysInstead() {
        ADesk onTheWay =
                aCappedDesk(
                                aPolicy().smallAmount().intercepts("2024-02", "ZTO"),
                                anOrder().shippedAndNow(Stage.IN_TRANSIT))
                        .refundAsked(RefundKind.REFUND_ONLY, Money.yuan(100))
                        .changed(RefundKind.REFUND_ONLY, Money.yuan(15));

        assertThat(onTheWay.wordsOf(() -> onTheWay.after(Duration.ofHours(24)).pulse()))
                .contains("redecided AUTO_REFUND small-amount", "InterceptionCancelled");
    }

    @Test
    void whatTheBuyerTakesBackIsGivenBack() {
        asked();

        assertThat(desk.wordsOf(desk::withdrawn))
                .containsExactly(
                        "AllowanceReturned SHOP 1",
                        "AllowanceReturned BUYER 1",
                        "closed WITHDRAWN WITHDRAWN");
    }

    @Test
    void aChangedRequestIsAskedAnewAndAnEarlierAnswerSaysNothingOfIt() {
        asked();
        grants(DayCap.SHOP, 1);

        assertThat(desk.wordsOf(() -> desk.changed(RefundKind.REFUND_ONLY, Money.yuan(60))))
                .containsExactly(
                        "AllowanceReturned SHOP 1",
                        "AllowanceReturned BUYER 1",
                        "redecided AUTO_REFUND fast-refund",
                        "CHECKING_ALLOWANCE->CHECKING_ALLOWANCE REQUEST_CHANGED",
                        "AllowanceAsked SHOP 2",
                        "AllowanceAsked BUYER 2");
        grants(DayCap.BUYER, 1);
        grants(DayCap.SHOP, 2);
        assertThat(desk.theCase().state()).isEqualTo(CaseState.CHECKING_ALLOWANCE);
        grants(DayCap.BUYER, 2);
        assertThat(desk.theCase().state()).isEqualTo(CaseState.PAYING);
    }

    @Test
    void aRequestThatIsChangedAfterADenialIsTriedAgain() {
        asked();
        denies(DayCap.SHOP, 1);

        assertThat(desk.wordsOf(() -> desk.changed(RefundKind.REFUND_ONLY, Money.yuan(50))))
                .containsExactly(
                        "redecided AUTO_REFUND fast-refund",
                        "MANUAL->CHECKING_ALLOWANCE REQUEST_CHANGED",
                        "AllowanceAsked SHOP 2",
                        "AllowanceAsked BUYER 2");
    }

    @Test
    void whatAPersonAgreesToMeanwhileIsNotTheDaysMoney() {
        asked();
        grants(DayCap.SHOP, 1);

        assertThat(desk.wordsOf(desk::agreed))
                .containsExactly(
                        "AllowanceReturned SHOP 1",
                        "AllowanceReturned BUYER 1",
                        "CHECKING_ALLOWANCE->PAYING MERCHANT_AGREED",
                        "PayoutRequested");
        assertThat(desk.wordsOf(() -> grants(DayCap.BUYER, 1))).isEmpty();
        assertThat(desk.payouts()).isEqualTo(1);
    }

    @Test
    void whatThePaymentSideDeclinesIsGivenBack() {
        asked();
        grants(DayCap.SHOP, 1);
        grants(DayCap.BUYER, 1);

        assertThat(desk.wordsOf(() -> desk.happens(new CaseEvent.PaymentDeclined())))
                .containsExactly(
                        "AllowanceReturned SHOP 1",
                        "AllowanceReturned BUYER 1",
                        "PAYING->MANUAL PAYOUT_DECLINED");
    }

    @Test
    void whatIsPaidIsKept() {
        asked();
        grants(DayCap.SHOP, 1);
        grants(DayCap.BUYER, 1);
        desk.happens(new CaseEvent.PaymentParked());

        assertThat(desk.wordsOf(() -> desk.happens(new CaseEvent.PaymentMade(Money.yuan(100)))))
                .containsExactly("closed REFUNDED PAID");
        assertThat(desk.words()).doesNotContain("AllowanceReturned SHOP 1");
    }

    @Test
    void theDaysAreAskedOnceTheParcelsAreProven() {
        ADesk lost =
                aCappedDesk(
                        aPolicy().lostInTransitCap(Money.yuan(100)),
                        anOrder()
                                .shippedAndNow(Stage.IN_TRANSIT)
                                .stalled(StallKind.IN_TRANSIT, StallLevel.SUSPECTED_LOST));
        lost.refundAsked(RefundKind.REFUND_ONLY, Money.yuan(100));
        assertThat(lost.theCase().state()).isEqualTo(CaseState.PROVING_PARCELS);

        assertThat(lost.wordsOf(lost::pulse))
                .containsExactly(
                        "PROVING_PARCELS->CHECKING_ALLOWANCE PARCELS_PROVEN",
                        "AllowanceAsked SHOP 1",
                        "AllowanceAsked BUYER 1");
    }

    @Test
    void whatTheRuleDoesNotPayAnyMoreIsGivenBack() {
        asked();
        grants(DayCap.SHOP, 1);

        assertThat(
                        desk.wordsOf(() ->
                                desk.learns(
                                        _ -> anOrder().shippedAndNow(Stage.IN_TRANSIT).facts())))
                .containsExactly(
                        "AllowanceReturned SHOP 1",
                        "AllowanceReturned BUYER 1",
                        "redecided MANUAL otherwise",
                        "CHECKING_ALLOWANCE->MANUAL DECIDED_ANEW");
    }

    @Test
    void whatAPersonAgreesToAsksNoDay() {
        ADesk manual = aCappedDesk(aPolicy(), anOrder());
        manual.refundAsked(RefundKind.REFUND_ONLY, Money.yuan(100)).agreed();

        assertThat(manual.theCase().state()).isEqualTo(CaseState.PAYING);
        assertThat(manual.words()).doesNotContain("AllowanceAsked SHOP 1");
    }

    private RefundRedecided redecided() {
        return desk.said().stream()
                .filter(Message.Published.class::isInstance)
                .map(message -> ((Message.Published) message).event())
                .filter(RefundRedecided.class::isInstance)
                .map(RefundRedecided.class::cast)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private String story(String language) {
        return String.valueOf(redecided().explanation().told().get(language));
    }

    private String reasons() {
        return redecided().explanation().rows().toString();
    }
}
