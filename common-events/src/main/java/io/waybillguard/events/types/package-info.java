/** Ids, money and places: the small values every event is made of. */
@NullMarked
package io.waybillguard.events.types;

import org.jspecify.annotations.NullMarked;
