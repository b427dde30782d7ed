/** Programs that measure the services against a real broker, and say what they measured. */
@NullMarked
package io.waybillguard.system.benchmark;

import org.jspecify.annotations.NullMarked;
