package io.waybillguard.tracker.stall;

import io.waybillguard.events.parcel.LearnedSilence;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.types.CourierCode;
import java.util.List;

/** What parcels have shown of the silences that ended in movement. */
@FunctionalInterface
public interface UsualSilences {

    /** Nothing was learned. */
    UsualSilences UNKNOWN = (_, _, _, _) -> List.of();

    /**
     * What is known of a silence at {@code stage}: of the lane first, then of the courier as a
     * whole, each only where there is any sample.
     *
     * @param from the province the parcel came from; empty when nobody knows
     * @param to the province it goes to; empty when nobody knows
     */
    List<LearnedSilence> of(CourierCode courier, String from, String to, Stage stage);
}
