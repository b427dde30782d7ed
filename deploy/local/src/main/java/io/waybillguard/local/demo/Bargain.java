package io.waybillguard.local.demo;

import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.RefundId;
import org.jspecify.annotations.Nullable;

/**
 * An offer that a shop made, with the buyer's answer.
 *
 * @param part of the money; null: the goods once more
 */
record Bargain(RefundId refund, String scenario, @Nullable Money part, boolean accepted) {}
