/** Refund requests in, decisions and case moves out. */
@NullMarked
package io.waybillguard.events.refund;

import org.jspecify.annotations.NullMarked;
