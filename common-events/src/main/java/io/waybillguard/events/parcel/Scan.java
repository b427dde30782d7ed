package io.waybillguard.events.parcel;

import io.waybillguard.events.types.Checks;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a parcel's history (轨迹节点).
 *
 * @param reason set on PROBLEM and DELIVERY_FAILED only
 * @param happenedAt the instant the courier gives
 * @param receivedAt the instant it reached us
 * @param place as the courier writes it; may be empty
 * @param text the line with phones and names masked; may be empty
 * @param code the provider's own code; may be empty
 * @param signedBy set on SIGNED only
 */
public record Scan(
        ScanKind kind,
        @Nullable ProblemReason reason,
        Instant happenedAt,
        Instant receivedAt,
        String place,
        String text,
        String code,
        ScanEvidence evidence,
        @Nullable SignedBy signedBy) {
    public Scan {
        Checks.required("kind", kind);
        Checks.required("happenedAt", happenedAt);
        Checks.required("receivedAt", receivedAt);
        place = Checks.text("place", place, 512);
        text = Checks.text("text", text, 2000);
        code = Checks.text("code", code, 512);
        Checks.required("evidence", evidence);
    }
}
