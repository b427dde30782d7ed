package io.waybillguard.events.parcel;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.ParcelId;
import java.time.Instant;
import java.util.List;

/** Canonical scans, as integrations that normalise themselves send them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface CourierReport {

    /** The parcel; its waybill number keys the topic. */
    ParcelId parcel();

    /**
     * Scans of one parcel, in any order, any number of times.
     *
     * @param provider who says so; for people and metrics
     */
    @JsonTypeName("courier.scans-reported.v1")
    record ScansReported(ParcelId parcel, String provider, List<Scan> scans, Instant receivedAt)
            implements CourierReport {
        public ScansReported {
            Checks.required("parcel", parcel);
            provider = Checks.text("provider", provider, 512);
            scans = Checks.list(scans);
            Checks.required("receivedAt", receivedAt);
        }
    }
}
