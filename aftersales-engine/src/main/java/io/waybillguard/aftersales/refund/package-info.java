/**
 * Refund cases: from the decision to the end, as a pure machine of states, events and deadlines.
 */
@NullMarked
package io.waybillguard.aftersales.refund;

import org.jspecify.annotations.NullMarked;
