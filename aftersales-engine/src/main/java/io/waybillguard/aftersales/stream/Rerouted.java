package io.waybillguard.aftersales.stream;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** The mark of a record that was sent to its right partition once, and is not sent again. */
final class Rerouted {

    /** The header's name. */
    static final String HEADER = "rerouted";

    private static final byte[] YES = {'1'};

    private Rerouted() {}

    static boolean isMarked(Record<?, ?> record) {
        return record.headers().lastHeader(HEADER) != null;
    }

    static Headers mark() {
        return new RecordHeaders().add(HEADER, YES);
    }
}
