package io.waybillguard.aftersales.dispatch.reconciliation;

import io.waybillguard.aftersales.books.Payment;
import java.time.LocalDate;
import java.util.function.Consumer;

/** All that the payment side paid. */
interface PaymentList {

    /**
     * What it paid on {@code day}, one after the other.
     *
     * @param day in UTC
     * @throws UnavailableException when it does not tell, or not so that it can be understood
     */
    void read(LocalDate day, Consumer<Payment> payments);

    /** The list is not to be had now. */
    final class UnavailableException extends RuntimeException {
        /**
         * It was not told.
         *
         * @param why a few fixed words
         */
        UnavailableException(String why) {
            super(why, null, false, false);
        }
    }
}
