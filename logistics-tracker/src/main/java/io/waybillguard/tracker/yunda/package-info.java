/** Yunda's (韵达) pushes of scans, and their actions. */
@NullMarked
package io.waybillguard.tracker.yunda;

import org.jspecify.annotations.NullMarked;
