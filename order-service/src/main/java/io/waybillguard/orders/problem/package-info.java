/** How an error looks on the wire, wherever it comes from. */
@NullMarked
package io.waybillguard.orders.problem;

import org.jspecify.annotations.NullMarked;
