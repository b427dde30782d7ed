/** Who may call: bearer tokens, each of one shop or of the platform. */
@NullMarked
package io.waybillguard.orders.access;

import org.jspecify.annotations.NullMarked;
