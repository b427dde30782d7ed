package io.waybillguard.local.sandbox;

/**
 * What the payment side is asked to pay.
 *
 * @throws IllegalArgumentException when something is missing, the amount is not positive or the
 *     currency is not CNY
 */
record PaymentOrder(String reference, String orderId, Long amountFen, String currency) {

    PaymentOrder {
        Wanted.text("reference", reference);
        Wanted.text("orderId", orderId);
        if (amountFen == null || amountFen <= 0 || !"CNY".equals(currency)) {
            throw new IllegalArgumentException("a positive amountFen in CNY is wanted");
        }
    }
}
