package io.waybillguard.aftersales.stream;

import io.waybillguard.aftersales.refund.CaseTerms;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long cases wait.
 *
 * @param orderWait a request waits for its order to be known; default 10 min
 * @param interceptionAnswer a courier has for the outcome of an interception; default 24 h
 * @param interceptionAskEvery between two questions what became of it; default 10 min
 * @param rejectionReminder from the decision until the shop is reminded; default 3 days
 * @param rejectionWait from the decision until the system refunds; default 5 days
 * @param manualReminder from the decision until the shop is reminded; default 24 h
 * @param manualAnswer from the decision until the shop's silence agrees; default 48 h
 * @param offerAnswer a buyer has to answer an offer of the shop, who is reminded at half; default
 *     48 h
 * @param offersPerCase how many offers a shop may make in one case; default 3
 * @param allowanceAnswer for whether the platform's caps of the day allow what a rule pays, then a
 *     person takes it; default 10 min
 * @param returnWaybill a buyer has to give a return waybill; default 7 days
 * @param returnArrival from the return waybill until a person looks for a return that was not
 *     signed for; default 15 days
 * @param returnConfirmation a shop has after the return's signature; default 48 h
 */
@Validated
@ConfigurationProperties("waybill.engine.deadlines")
record DeadlineSettings(
        @NotNull @DefaultValue("10m") Duration orderWait,
        @NotNull @DefaultValue("24h") Duration interceptionAnswer,
        @NotNull @DefaultValue("10m") Duration interceptionAskEvery,
        @NotNull @DefaultValue("3d") Duration rejectionReminder,
        @NotNull @DefaultValue("5d") Duration rejectionWait,
        @NotNull @DefaultValue("24h") Duration manualReminder,
        @NotNull @DefaultValue("48h") Duration manualAnswer,
        @NotNull @DefaultValue("48h") Duration offerAnswer,
        @PositiveOrZero @DefaultValue("3") int offersPerCase,
        @NotNull @DefaultValue("10m") Duration allowanceAnswer,
        @NotNull @DefaultValue("7d") Duration returnWaybill,
        @NotNull @DefaultValue("15d") Duration returnArrival,
        @NotNull @DefaultValue("48h") Duration returnConfirmation) {

    @AssertTrue(message = "every duration must be positive")
    boolean isPositive() {
        return Stream.of(
                        orderWait,
                        interceptionAnswer,
                        interceptionAskEvery,
                        rejectionReminder,
                        rejectionWait,
                        manualReminder,
                        manualAnswer,
                        offerAnswer,
                        allowanceAnswer,
                        returnWaybill,
                        returnArrival,
                        returnConfirmation)
                .allMatch(Duration::isPositive);
    }

    @AssertTrue(message = "a reminder must come before what it reminds of")
    boolean isReminderFirst() {
        return rejectionReminder.compareTo(rejectionWait) < 0
                && manualReminder.compareTo(manualAnswer) < 0;
    }

    CaseTerms terms() {
        return new CaseTerms(
                orderWait,
                interceptionAnswer,
                interceptionAskEvery,
                rejectionReminder,
                rejectionWait,
                manualReminder,
                manualAnswer,
                offerAnswer,
                offersPerCase,
                allowanceAnswer,
                returnWaybill,
                returnArrival,
                returnConfirmation);
    }
}
