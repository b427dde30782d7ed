/** The typed catalogue of topics, and their creation. */
@NullMarked
package io.waybillguard.events.topics;

import org.jspecify.annotations.NullMarked;
