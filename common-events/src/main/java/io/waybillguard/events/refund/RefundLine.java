package io.waybillguard.events.refund;

import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.Money;

/**
 * One item of an order that money is asked back for.
 *
 * @param sku as the order's line says it
 * @param quantity of its pieces; at least one
 * @param amount for all of them; part of the request's own
 */
public record RefundLine(String sku, int quantity, Money amount) {
    public RefundLine {
        sku = Checks.text("sku", sku, 512);
        if (sku.isEmpty()) {
            throw new IllegalArgumentException("sku is missing");
        }
        Checks.required("amount", amount);
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be positive");
        }
    }
}
