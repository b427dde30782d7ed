package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.aftersales.dispatch.ReasonCode;
import io.waybillguard.events.interception.InterceptionCommand;
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

    /** Where it stands; empty when the status is none we know. */
    Optional<Standing> standing() {
        return switch (status == null ? "" : status) {
            case "ACCEPTED" -> Optional.of(new Standing.Accepted());
            case "SUCCEEDED" -> Optional.of(new Standing.Succeeded());
            case "FAILED" -> Optional.of(new Standing.Failed(reasonOr("FAILED")));
            default -> Optional.empty();
        };
    }

    /** The courier's reason as a code; {@code otherwise} where there is none. */
    String reasonOr(String otherwise) {
        return reason == null || reason.isBlank() ? otherwise : ReasonCode.of(reason);
    }

    /** Nothing in it says that it is about another request, parcel or order. */
    boolean isAbout(InterceptionCommand command) {
        return isOrMissing(requestId, command.interceptionId().value())
                && isOrMissing(waybill, command.parcel().waybill())
                && isOrMissing(orderId, command.orderId().value());
    }

    private static boolean isOrMissing(@Nullable String told, String meant) {
        return told == null || told.equals(meant);
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
