/** The one JSON codec of all topics. */
@NullMarked
package io.waybillguard.events.json;

import org.jspecify.annotations.NullMarked;
