package io.waybillguard.local.demo;

/**
 * One line of a trip.
 *
 * @param minutesAgo before the demo's now
 */
record TripLine(LineKind kind, long minutesAgo) {}
