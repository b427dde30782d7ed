package io.waybillguard.kit.kafka;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record put aside: key, value and headers as they came, with {@link DeadLetterHeaders}. What is
 * too large for a producer to send again (a batch that was compressed comes out larger) is cut, and
 * {@link DeadLetterHeaders#CUT} tells how long it was: a dead letter that cannot be written would
 * stop the stream that it should let go on.
 */
public final class DeadLetter {

    /** The most of a key that is kept, in bytes. */
    static final int MAX_KEY = 64 * 1024;

    /**
     * The most of a value that is kept, in bytes: with all else within Kafka's default of 1 MiB.
     */
    static final int MAX_VALUE = 640 * 1024;

    /** The most bytes of headers that are kept; beyond it, none of those that came is. */
    static final int MAX_HEADERS = 128 * 1024;

    private static final int MAX_DETAIL = 1000;

    private final byte @Nullable [] key;
    private final byte @Nullable [] value;
    private final Headers headers;

    private DeadLetter(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        this.key = key;
        this.value = value;
        this.headers = headers;
    }

    /** Puts aside what was read at the place told. */
    public static DeadLetter of(
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers headers,
            String topic,
            int partition,
            long offset,
            String reason,
            String detail) {
        List<String> cuts = new ArrayList<>();
        byte[] keptKey = cut("key", key, MAX_KEY, cuts);
        byte[] keptValue = cut("value", value, MAX_VALUE, cuts);
        Headers kept = kept(headers, cuts);
        String shortDetail =
                detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL);
        DeadLetterHeaders.put(kept, topic, partition, offset, reason, shortDetail);
        DeadLetterHeaders.putCut(kept, String.join(", ", cuts));
        return new DeadLetter(keptKey, keptValue, kept);
    }

    public byte @Nullable [] key() {
        return key;
    }

    public byte @Nullable [] value() {
        return value;
    }

    public Headers headers() {
        return headers;
    }

    private static byte @Nullable [] cut(
            String what, byte @Nullable [] bytes, int most, List<String> cuts) {
        if (bytes == null || bytes.length <= most) {
            return bytes;
        }
        cuts.add("%s of %d bytes".formatted(what, bytes.length));
        return Arrays.copyOf(bytes, most);
    }

    private static Headers kept(Headers headers, List<String> cuts) {
        long bytes = 0;
        for (Header header : headers) {
            byte[] value = header.value();
            bytes += header.key().getBytes(StandardCharsets.UTF_8).length + 10L;
            bytes += value == null ? 0 : value.length;
        }
        if (bytes <= MAX_HEADERS) {
            return new RecordHeaders(headers);
        }
        cuts.add("headers of %d bytes".formatted(bytes));
        return new RecordHeaders();
    }
}
