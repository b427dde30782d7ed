/**
 * Compares the books of money with the payment side's list, again and again, and keeps what it
 * found.
 */
@NullMarked
package io.waybillguard.aftersales.dispatch.reconciliation;

import org.jspecify.annotations.NullMarked;
