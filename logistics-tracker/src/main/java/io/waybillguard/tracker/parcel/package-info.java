/** What the set of a parcel's scans says, whatever order they came in. */
@NullMarked
package io.waybillguard.tracker.parcel;

import org.jspecify.annotations.NullMarked;
