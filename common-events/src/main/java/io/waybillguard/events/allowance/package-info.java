/** The platform's daily caps on money that moves by rules alone: asked and answered. */
@NullMarked
package io.waybillguard.events.allowance;

import org.jspecify.annotations.NullMarked;
