/** What parcels have shown of the silences that ended in movement, in sketches of bounded size. */
@NullMarked
package io.waybillguard.tracker.silence;

import org.jspecify.annotations.NullMarked;
