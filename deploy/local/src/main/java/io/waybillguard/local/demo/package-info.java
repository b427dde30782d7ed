/** Plays couriers and buyers against the running platform, and says whether what it did adds up. */
@NullMarked
package io.waybillguard.local.demo;

import org.jspecify.annotations.NullMarked;
