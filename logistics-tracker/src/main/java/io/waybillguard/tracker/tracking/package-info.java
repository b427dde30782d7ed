/** The parcel as the tracker keeps it: scans and claims in, milestones and stalls out. */
@NullMarked
package io.waybillguard.tracker.tracking;

import org.jspecify.annotations.NullMarked;
