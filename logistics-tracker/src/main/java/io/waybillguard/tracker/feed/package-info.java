/** Whether a courier's whole feed is silent: then its parcels' silence proves nothing. */
@NullMarked
package io.waybillguard.tracker.feed;

import org.jspecify.annotations.NullMarked;
