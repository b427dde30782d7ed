package io.waybillguard.aftersales.stream;

import io.waybillguard.events.types.OrderId;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Where an order's records belong: Kafka's own default for its id.
 *
 * @param count of every topic
 */
record Partitions(int count) {

    int of(OrderId order) {
        byte[] key = order.value().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % count;
    }
}
