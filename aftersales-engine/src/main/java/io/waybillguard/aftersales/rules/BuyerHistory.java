package io.waybillguard.aftersales.rules;

import java.time.Instant;

/**
 * What is known of a buyer's refunds at one shop.
 *
 * @param refunds paid after {@code since}
 * @param at when that was known
 */
public record BuyerHistory(int refunds, Instant since, Instant at) {}
