package io.waybillguard.kit.streams;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Where the records of a key belong: Kafka's own default for it.
 *
 * @param count of every topic
 */
public record Partitions(int count) {

    public int of(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(bytes)) % count;
    }
}
