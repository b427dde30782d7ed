/** SF's (顺丰) pushes of routes, in XML and in JSON, and their operation codes. */
@NullMarked
package io.waybillguard.tracker.sf;

import org.jspecify.annotations.NullMarked;
