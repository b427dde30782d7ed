/** One parcel's state over HTTP, from the local store. */
@NullMarked
package io.waybillguard.tracker.lookup;

import org.jspecify.annotations.NullMarked;
