/** Asks couriers to stop parcels, asks what became of it, and hears their callbacks. */
@NullMarked
package io.waybillguard.aftersales.dispatch.interception;

import org.jspecify.annotations.NullMarked;
