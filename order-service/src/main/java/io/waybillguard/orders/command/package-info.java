/**
 * Carries commands out: decide on what is known, publish, wait until the projection has seen it.
 */
@NullMarked
package io.waybillguard.orders.command;

import org.jspecify.annotations.NullMarked;
