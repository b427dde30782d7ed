/** Compares what was decided, commanded and told about money with what the payment side lists. */
@NullMarked
package io.waybillguard.aftersales.books;

import org.jspecify.annotations.NullMarked;
