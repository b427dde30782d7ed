/** The platform as real processes. */
@NullMarked
package io.waybillguard.system;

import org.jspecify.annotations.NullMarked;
