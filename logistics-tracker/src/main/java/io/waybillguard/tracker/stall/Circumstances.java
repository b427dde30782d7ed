package io.waybillguard.tracker.stall;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.types.CourierCode;
import java.time.Instant;

/**
 * What a threshold row can ask about.
 *
 * @param platform may be empty
 * @param service the courier's product; empty for its normal one
 * @param province of the destination, by its short name; may be empty
 * @param since when the silence began
 */
public record Circumstances(
        String platform,
        CourierCode courier,
        String service,
        String province,
        StallKind kind,
        Stage stage,
        Instant since) {}
