package io.waybillguard.orders.query;

import io.waybillguard.events.refund.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Which cases; null does not ask.
 *
 * @param state the name of a case state, or {@link CaseSummary#REQUESTED}
 */
public record CaseFilter(
        @Nullable String shop,
        @Nullable String state,
        @Nullable Decision decision,
        @Nullable String row) {}
