package io.waybillguard.kit.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

/** The headers that say where a dead letter came from and why it is one. */
public final class DeadLetterHeaders {

    public static final String TOPIC = "dlt-topic";
    public static final String PARTITION = "dlt-partition";
    public static final String OFFSET = "dlt-offset";
    public static final String REASON = "dlt-reason";
    public static final String DETAIL = "dlt-detail";

    /** What was too long to be kept whole, and how long it was; absent when nothing was. */
    public static final String CUT = "dlt-cut";

    private DeadLetterHeaders() {}

    /** Adds them to the headers that the record came with. */
    public static void put(
            Headers headers,
            String topic,
            int partition,
            long offset,
            String reason,
            String detail) {
        set(headers, TOPIC, topic);
        set(headers, PARTITION, Integer.toString(partition));
        set(headers, OFFSET, Long.toString(offset));
        set(headers, REASON, reason);
        set(headers, DETAIL, detail);
    }

    static void putCut(Headers headers, String cuts) {
        headers.remove(CUT);
        if (!cuts.isEmpty()) {
            set(headers, CUT, cuts);
        }
    }

    private static void set(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
