/** All topics brought into PostgreSQL, rows and offsets in one transaction. */
@NullMarked
package io.waybillguard.orders.projection;

import org.jspecify.annotations.NullMarked;
