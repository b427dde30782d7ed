/** What is read from the projection, as the API shows it. */
@NullMarked
package io.waybillguard.orders.query;

import org.jspecify.annotations.NullMarked;
