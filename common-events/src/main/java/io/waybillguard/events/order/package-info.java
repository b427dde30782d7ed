/** What is published about orders. */
@NullMarked
package io.waybillguard.events.order;

import org.jspecify.annotations.NullMarked;
