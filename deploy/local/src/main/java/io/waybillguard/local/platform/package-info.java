/** The processes of the local platform: started in order, watched, stopped cleanly. */
@NullMarked
package io.waybillguard.local.platform;

import org.jspecify.annotations.NullMarked;
