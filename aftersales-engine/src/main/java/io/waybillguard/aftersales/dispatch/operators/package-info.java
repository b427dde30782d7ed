/** Who may call what the engine offers to the platform's people over HTTP. */
@NullMarked
package io.waybillguard.aftersales.dispatch.operators;

import org.jspecify.annotations.NullMarked;
