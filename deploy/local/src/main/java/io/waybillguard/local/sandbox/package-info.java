/**
 * The outside world on one machine: payment, couriers and the message channel as real HTTP servers
 * that keep a book and misbehave when told to (docs/outside-systems.md).
 *
 * <p>A book is a JSON array, oldest entry first. Payment: one entry for every time money went out.
 * Couriers: one entry for every request made ({@code ACCEPTED}) and one for its outcome. Channel:
 * one entry for every message taken; one whose {@code repeated} is true was there already.
 */
@NullMarked
package io.waybillguard.local.sandbox;

import org.jspecify.annotations.NullMarked;
