package io.waybillguard.events.parcel;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.ParcelId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Canonical scans, as integrations that normalise themselves send them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface CourierReport {

    /** The parcel; its waybill number keys the topic. */
    ParcelId parcel();

    /**
     * Scans of one parcel, in any order, any number of times.
     *
     * @param provider who says so; for people and metrics
     * @param correctedFrom the courier that the parcel was taken to be with, under the same waybill
     *     number, until the provider found that it is with {@code parcel}'s; null when nothing was
     *     corrected
     */
    @JsonTypeName("courier.scans-reported.v1")
    record ScansReported(
            ParcelId parcel,
            String provider,
            List<Scan> scans,
            Instant receivedAt,
            @Nullable CourierCode correctedFrom,
            @Nullable ParcelId redirectedTo)
            implements CourierReport {
        public ScansReported {
            Checks.required("parcel", parcel);
            provider = Checks.text("provider", provider, 512);
            scans = Checks.list(scans);
            Checks.required("receivedAt", receivedAt);
        }

        /** Of a parcel that is where it was taken to be, and stays. */
        public ScansReported(
                ParcelId parcel, String provider, List<Scan> scans, Instant receivedAt) {
            this(parcel, provider, scans, receivedAt, null, null);
        }
    }
}
