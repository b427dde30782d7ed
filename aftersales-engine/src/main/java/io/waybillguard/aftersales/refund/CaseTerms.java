package io.waybillguard.aftersales.refund;

import java.time.Duration;

/**
 * How long cases wait.
 *
 * @param orderWait for an order not known yet
 * @param interceptionAnswer for the courier's outcome
 * @param interceptionAskEvery between two questions what became of an interception
 * @param rejectionReminder from the decision to the shop's reminder
 * @param rejectionWait from the decision to the refund, if the shop does not act
 * @param manualReminder from the decision to the shop's reminder
 * @param manualAnswer from the decision to the agreement, if the shop does not act
 * @param offerAnswer for the buyer's answer to an offer of the shop; a reminder falls due at half
 * @param offersPerCase how many offers a shop may make in one case: each stops its own clock
 * @param allowanceAnswer for what the caps of the day answer
 * @param returnWaybill for the return waybill
 * @param returnArrival from the return waybill to the return's signature; then a person looks
 * @param returnConfirmation from the return's signature to the refund, if the shop does not act
 */
public record CaseTerms(
        Duration orderWait,
        Duration interceptionAnswer,
        Duration interceptionAskEvery,
        Duration rejectionReminder,
        Duration rejectionWait,
        Duration manualReminder,
        Duration manualAnswer,
        Duration offerAnswer,
        int offersPerCase,
        Duration allowanceAnswer,
        Duration returnWaybill,
        Duration returnArrival,
        Duration returnConfirmation) {

    public static final CaseTerms DEFAULT =
            new CaseTerms(
                    Duration.ofMinutes(10),
                    Duration.ofHours(24),
                    Duration.ofMinutes(10),
                    Duration.ofDays(3),
                    Duration.ofDays(5),
                    Duration.ofHours(24),
                    Duration.ofHours(48),
                    Duration.ofHours(48),
                    3,
                    Duration.ofMinutes(10),
                    Duration.ofDays(7),
                    Duration.ofDays(15),
                    Duration.ofHours(48));
}
