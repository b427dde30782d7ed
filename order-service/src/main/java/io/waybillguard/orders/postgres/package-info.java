/** The embedded PostgreSQL that serves where no other is configured. */
@NullMarked
package io.waybillguard.orders.postgres;

import org.jspecify.annotations.NullMarked;
