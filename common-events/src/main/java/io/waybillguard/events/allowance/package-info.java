/**
 * Books that are kept of shops and buyers, asked and answered: a day's automatic money, a buyer's
 * refunds.
 */
@NullMarked
package io.waybillguard.events.allowance;

import org.jspecify.annotations.NullMarked;
