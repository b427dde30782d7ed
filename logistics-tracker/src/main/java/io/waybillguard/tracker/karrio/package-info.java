/** Karrio's pushes: events by status and reason, vouched for by a secret in a header. */
@NullMarked
package io.waybillguard.tracker.karrio;

import org.jspecify.annotations.NullMarked;
