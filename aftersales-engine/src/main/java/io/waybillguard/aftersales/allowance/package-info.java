/** How much rules alone may pay a day: the platform's caps of a shop's and of a buyer's day. */
@NullMarked
package io.waybillguard.aftersales.allowance;

import org.jspecify.annotations.NullMarked;
