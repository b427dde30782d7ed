/** The state of parcels and of orders' parcels over HTTP, from whichever instance has it. */
@NullMarked
package io.waybillguard.tracker.lookup;

import org.jspecify.annotations.NullMarked;
