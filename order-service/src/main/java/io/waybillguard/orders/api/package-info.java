/** The HTTP edge: requests, answers, problems. */
@NullMarked
package io.waybillguard.orders.api;

import org.jspecify.annotations.NullMarked;
