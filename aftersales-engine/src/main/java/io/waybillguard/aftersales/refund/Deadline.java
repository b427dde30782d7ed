package io.waybillguard.aftersales.refund;

import java.time.Instant;

/**
 * When a case moves by itself.
 *
 * @param movesMoney it pays, or says what a parcel did not do: it may fire only once everything the
 *     parcels did until then is known
 */
public record Deadline(Instant at, boolean movesMoney) {}
