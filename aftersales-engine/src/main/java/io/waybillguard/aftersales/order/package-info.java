/** What is known of one order: its purchase, its money, its parcels and their stalls. */
@NullMarked
package io.waybillguard.aftersales.order;

import org.jspecify.annotations.NullMarked;
