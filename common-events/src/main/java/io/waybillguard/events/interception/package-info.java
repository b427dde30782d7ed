/** Commands to couriers to stop a parcel, and their answers. */
@NullMarked
package io.waybillguard.events.interception;

import org.jspecify.annotations.NullMarked;
