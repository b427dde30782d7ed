/** Who may ask the engine: bearer tokens, each of one shop or of the platform. */
@NullMarked
package io.waybillguard.aftersales.access;

import org.jspecify.annotations.NullMarked;
