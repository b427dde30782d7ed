package io.waybillguard.orders.projection;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Projections that have nothing to read, or something. */
public final class CaughtUpFixture {
    private CaughtUpFixture() {}

    public static CaughtUp reached() {
        return from(0);
    }

    public static CaughtUp behind() {
        return from(1);
    }

    private static CaughtUp from(long end) {
        CaughtUp caughtUp = new CaughtUp();
        caughtUp.from(Map.of(), Map.of(new TopicPartition("orders.v1", 0), end));
        return caughtUp;
    }
}
