package io.waybillguard.system.benchmark;

import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.system.benchmark.Journeys.Journey;
import io.waybillguard.system.benchmark.Traffic.Arrival;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Utils;

/** One parcel in each partition, whose first scan every tracker answers with a milestone. */
final class Probes {

    private final TreeMap<Integer, Journey> byPartition = new TreeMap<>();

    /**
     * Probes.
     *
     * @param like a journey to go by
     */
    Probes(int partitions, Journey like) {
        for (int number = 0; byPartition.size() < partitions; number++) {
            ParcelId parcel = ParcelId.of(like.parcel().courier().value(), "PROBE" + number);
            byte[] key = parcel.waybill().getBytes(StandardCharsets.UTF_8);
            byPartition.putIfAbsent(
                    Utils.toPositive(Utils.murmur2(key)) % partitions,
                    new Journey(parcel, "probe-" + number, like.shippedAt(), like.scans(), false));
        }
    }

    /** To be claimed by their orders beforehand. */
    List<Journey> journeys() {
        return List.copyOf(byPartition.values());
    }

    Set<ParcelId> parcels() {
        return byPartition.values().stream()
                .map(Journey::parcel)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Sends the first scan of each, as if it happened now. */
    void send(Loading loading, Instant now) {
        for (Journey journey : byPartition.values()) {
            Scan first = journey.scans().getFirst();
            Scan happening =
                    new Scan(
                            first.kind(),
                            first.reason(),
                            now,
                            now,
                            first.place(),
                            first.text(),
                            first.code(),
                            first.evidence(),
                            first.signedBy());
            loading.scan(Input.SCANS, new Arrival(journey.with(List.of(happening)), 0));
        }
        loading.flush();
    }
}
