package io.waybillguard.events.parcel;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.waybillguard.events.types.Checks;
import java.time.Instant;

/** How far the tracker has read, told to every partition of those who act on its word. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface TrackerProgress {

    /**
     * Everything that reached the tracker's partition before the instant has been judged and
     * published.
     *
     * @param partition of the tracker's inputs
     * @param partitions how many there are
     */
    @JsonTypeName("tracker.read-until.v1")
    record ReadUntil(int partition, int partitions, Instant readUntil) implements TrackerProgress {
        public ReadUntil {
            Checks.required("readUntil", readUntil);
        }
    }
}
