package io.waybillguard.aftersales.books;

import io.waybillguard.events.types.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One difference between the books.
 *
 * @param reference the refund request
 * @param orderId null where nobody told it
 * @param expected in fen; null where nothing was to be paid
 * @param found in fen; null where nothing was found
 * @param since the latest that is known of it
 */
public record Break(
        BreakKind kind,
        BreakDetail detail,
        String reference,
        @Nullable String orderId,
        @Nullable Money expected,
        @Nullable Money found,
        Instant since) {}
