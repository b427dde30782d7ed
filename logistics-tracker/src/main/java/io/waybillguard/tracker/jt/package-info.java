/** J&amp;T's (极兔) pushes of scans, and their node numbers and scan types. */
@NullMarked
package io.waybillguard.tracker.jt;

import org.jspecify.annotations.NullMarked;
