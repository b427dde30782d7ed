/** The refund table: rows of named conditions, looked at in order until one holds. */
@NullMarked
package io.waybillguard.aftersales.rules;

import org.jspecify.annotations.NullMarked;
