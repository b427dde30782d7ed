package io.waybillguard.local.demo;

import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.types.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a case closed.
 *
 * @param paid null: no money went out
 */
record CaseEnd(CaseOutcome outcome, @Nullable Money paid) {}
