package io.waybillguard.aftersales.dispatch.interception;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An interception as JSON, as couriers write it: any part may be missing or wrong. */
record InterceptionDocument(
        @Nullable String requestId,
        @Nullable String waybill,
        @Nullable String orderId,
        @Nullable String status,
        @Nullable String reason,
        @Nullable String at) {

    private static final int LONGEST_REASON = 512;

    /** Where it stands; empty when the status is none we know. */
    Optional<Standing> standing() {
        return switch (status == null ? "" : status) {
            case "ACCEPTED" -> Optional.of(new Standing.Accepted());
            case "SUCCEEDED" -> Optional.of(new Standing.Succeeded());
            case "FAILED" -> Optional.of(new Standing.Failed(reasonOr("FAILED")));
            default -> Optional.empty();
        };
    }

    /** The courier's reason, shortened; {@code otherwise} where there is none. */
    String reasonOr(String otherwise) {
        if (reason == null || reason.isBlank()) {
            return otherwise;
        }
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    /** Since when; null where it is not told. */
    @Nullable Instant since() {
        try {
            return at == null ? null : Instant.parse(at);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
