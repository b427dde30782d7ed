/**
 * Deadlines that survive a restart and never fire before everything that arrived earlier has been
 * read: time is a record on a pulse topic, stamped by the broker, read together with the other
 * inputs of a stream task.
 */
@NullMarked
package io.waybillguard.timers;

import org.jspecify.annotations.NullMarked;
