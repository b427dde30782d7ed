package io.waybillguard.system.benchmark;

import java.util.concurrent.ExecutionException;

/**
 * What there is to restore from.
 *
 * @param bytes of all the tracker's changelogs, as they are on the broker
 * @param records in them; what was compacted away, and marks of transactions, count too
 */
record Changelogs(long bytes, long records) {

    static Changelogs of(Cluster cluster) throws ExecutionException, InterruptedException {
        return new Changelogs(cluster.bytes(Cluster.CHANGELOG), cluster.logged());
    }
}
