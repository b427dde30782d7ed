package io.waybillguard.tracker.stall;

import io.waybillguard.events.parcel.LearnedSilence;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.tracker.parcel.Journey;
import java.time.Instant;
import java.util.List;

/**
 * A parcel as the judge sees it.
 *
 * @param platform of the order that claims it; may be empty
 * @param service the courier's product; may be empty
 * @param province of the destination; may be empty
 * @param shippedAt when the order says it was shipped
 * @param detour whether it goes in circles
 * @param usual what is known of its silence where it stands, the most particular first
 */
public record Sighting(
        CourierCode courier,
        String platform,
        String service,
        String province,
        Instant shippedAt,
        Journey journey,
        boolean detour,
        List<LearnedSilence> usual) {

    /** The instant from which silence counts: the latest scan, or the shipping before any. */
    Instant silentSince() {
        Instant seen = journey.lastSeenAt();
        return isUncollected() || seen == null ? shippedAt : seen;
    }

    boolean isUncollected() {
        return journey.stage() == Stage.REGISTERED;
    }
}
