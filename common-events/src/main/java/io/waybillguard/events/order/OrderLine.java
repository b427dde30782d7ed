package io.waybillguard.events.order;

import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.Money;
import java.util.Set;

/**
 * One line of an order.
 *
 * @param category the platform's own name of it; may be empty
 */
public record OrderLine(
        String sku,
        String title,
        String category,
        int quantity,
        Money unitPrice,
        Set<GoodsTrait> traits) {
    public OrderLine {
        sku = Checks.text("sku", sku, 512);
        title = Checks.text("title", title, 512);
        category = Checks.text("category", category, 512);
        Checks.required("unitPrice", unitPrice);
        traits = Checks.set(traits);
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be positive");
        }
    }
}
