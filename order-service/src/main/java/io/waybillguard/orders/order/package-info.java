/**
 * What may be asked of an order, a refund request and a policy, given what is known: pure
 * decisions.
 */
@NullMarked
package io.waybillguard.orders.order;

import org.jspecify.annotations.NullMarked;
