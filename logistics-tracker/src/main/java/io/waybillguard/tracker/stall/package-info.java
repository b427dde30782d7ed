/** When a parcel's silence, problem or detour is a stall: threshold rows, episodes, levels. */
@NullMarked
package io.waybillguard.tracker.stall;

import org.jspecify.annotations.NullMarked;
