/** STO's (申通) pushes of single scans, and their scan types. */
@NullMarked
package io.waybillguard.tracker.sto;

import org.jspecify.annotations.NullMarked;
