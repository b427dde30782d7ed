/** Commands to pay refunds, and what became of them. */
@NullMarked
package io.waybillguard.events.payout;

import org.jspecify.annotations.NullMarked;
