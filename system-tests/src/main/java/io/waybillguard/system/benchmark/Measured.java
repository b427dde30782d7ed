package io.waybillguard.system.benchmark;

/**
 * What one run measured.
 *
 * @param records of input
 * @param scans new ones among them; what is repeated is not counted
 * @param seconds from the start of reading to the commit of the last record
 * @param cpuSeconds of the tracker in that time
 * @param peakBytes the tracker's resident memory at its highest
 * @param heapBytesPerParcel what the heap holds more than before the first parcel, a live parcel
 * @param diskBytesPerParcel the size of the state folder, the orders' store and RocksDB's own logs
 *     included, a live parcel; after a planned stop, which flushes what was in memory and compacts
 *     nothing
 * @param ownBytesPerParcel of it the parcels' own store
 * @param changelogBytesPerScan what the store's changelog grew by, before any compaction
 * @param drain records a second of a consumer that only reads
 * @param parse records a second of one that reads and understands; 0 where the input is no event
 */
record Measured(
        Input input,
        String store,
        long parcels,
        long records,
        long scans,
        double seconds,
        double cpuSeconds,
        long peakBytes,
        double heapBytesPerParcel,
        double diskBytesPerParcel,
        double ownBytesPerParcel,
        double changelogBytesPerScan,
        double drain,
        double parse) {

    double scansPerSecond() {
        return scans / seconds;
    }

    double cpuSecondsPerMillionScans() {
        return cpuSeconds * 1e6 / scans;
    }

    /** A row of {@link #HEADER}. */
    String row() {
        return "| %s | %s | %,d | %,d | %.1f | %,.0f | %.2f | %d MB | %s | %s | %.0f B | %,.0f | %s |"
                .formatted(
                        input,
                        store,
                        records,
                        scans,
                        seconds,
                        scansPerSecond(),
                        cpuSecondsPerMillionScans(),
                        peakBytes >> 20,
                        heapBytesPerParcel > 0 ? "%.0f B".formatted(heapBytesPerParcel) : "",
                        diskBytesPerParcel > 0 ? disk() : "",
                        changelogBytesPerScan,
                        drain,
                        parse > 0 ? "%,.0f".formatted(parse) : "");
    }

    private String disk() {
        return "%.0f B (%.0f B)".formatted(diskBytesPerParcel, ownBytesPerParcel);
    }

    static final String HEADER =
            """
            | input | store | records | new scans | s | new scans/s | CPU s per million | peak RSS | heap a parcel | disk a parcel (its store) | changelog a scan | drain/s | drain + parse/s |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|\
            """;
}
