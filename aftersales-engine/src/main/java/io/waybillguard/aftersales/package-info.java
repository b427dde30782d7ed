/** The after-sales engine: decides refund requests and carries their cases to the end. */
@NullMarked
package io.waybillguard.aftersales;

import org.jspecify.annotations.NullMarked;
