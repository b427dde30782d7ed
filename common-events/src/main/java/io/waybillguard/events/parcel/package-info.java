/** What is published about parcels: scans, milestones, stalls, claims by orders. */
@NullMarked
package io.waybillguard.events.parcel;

import org.jspecify.annotations.NullMarked;
