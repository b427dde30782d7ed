/** The order service: REST for the platform and the workbench, over a projection of all topics. */
@NullMarked
package io.waybillguard.orders;

import org.jspecify.annotations.NullMarked;
