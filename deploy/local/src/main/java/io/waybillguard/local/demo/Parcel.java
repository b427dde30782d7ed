package io.waybillguard.local.demo;

import io.waybillguard.events.types.ParcelId;

/**
 * A parcel of the demo.
 *
 * @param from the sender's city
 * @param to the receiver's city
 * @param account the Kuaidi100 account that its pushes come through
 * @param seed of everything that chance decides about its pushes
 */
record Parcel(ParcelId id, Trip trip, String from, String to, String account, long seed) {}
