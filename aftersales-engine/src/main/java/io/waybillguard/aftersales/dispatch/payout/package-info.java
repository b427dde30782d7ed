/** Pays refunds at the payment side: at most once each, never more for an order than was paid. */
@NullMarked
package io.waybillguard.aftersales.dispatch.payout;

import org.jspecify.annotations.NullMarked;
