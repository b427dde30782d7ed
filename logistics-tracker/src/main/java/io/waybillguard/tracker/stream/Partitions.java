package io.waybillguard.tracker.stream;

import io.waybillguard.events.types.ParcelId;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Where a parcel's records belong: Kafka's own default for its waybill number.
 *
 * @param count of every topic
 */
record Partitions(int count) {

    int of(ParcelId parcel) {
        byte[] key = parcel.waybill().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % count;
    }
}
