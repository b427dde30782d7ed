package io.waybillguard.kit.streams;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** The mark of a record that was sent to its right partition once, and is not sent again. */
public final class Rerouted {

    /** The header's name. */
    public static final String HEADER = "rerouted";

    private static final byte[] YES = {'1'};

    private Rerouted() {}

    public static boolean isMarked(Record<?, ?> record) {
        return record.headers().lastHeader(HEADER) != null;
    }

    public static Headers mark() {
        return new RecordHeaders().add(HEADER, YES);
    }
}
