package io.waybillguard.events.parcel;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.ParcelId;

/** Clean scans, deduplicated. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ScanEvent {

    /** The parcel; its waybill number keys the topic. */
    ParcelId parcel();

    /**
     * A scan the tracker had not seen before.
     *
     * @param stage the parcel's stage with it
     */
    @JsonTypeName("parcel.scan-recorded.v1")
    record ScanRecorded(ParcelId parcel, Scan scan, Stage stage) implements ScanEvent {
        public ScanRecorded {
            Checks.required("parcel", parcel);
            Checks.required("scan", scan);
            Checks.required("stage", stage);
        }
    }
}
