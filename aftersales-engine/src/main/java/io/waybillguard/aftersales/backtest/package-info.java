/** What a policy would have decided of what was recorded, beside what was decided. */
@NullMarked
package io.waybillguard.aftersales.backtest;

import org.jspecify.annotations.NullMarked;
