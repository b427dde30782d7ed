package io.waybillguard.kit.kafka;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.EventTypes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.commons.codec.digest.MurmurHash3;
import org.apache.kafka.common.header.Headers;

/** The CloudEvents attributes, in binary mode, of everything we write. Readers never need them. */
final class CloudEvents {

    private static final String PREFIX = "ce_";
    private static final byte[] SPEC_VERSION = utf8("1.0");

    private static final ClassValue<byte[]> TYPES =
            new ClassValue<>() {
                @Override
                protected byte[] computeValue(Class<?> event) {
                    return utf8(EventTypes.nameOf(event));
                }
            };

    private CloudEvents() {}

    /**
     * Sets the five attributes. The id derives from the bytes, so that a replay writes the same.
     *
     * @param source the service that writes
     */
    static void put(Headers headers, String source, Object event, byte[] bytes, Instant time) {
        set(headers, "id", utf8(idOf(bytes)));
        set(headers, "type", TYPES.get(event.getClass()));
        set(headers, "source", utf8("/waybill-guard/" + source));
        set(headers, "time", utf8(EventJson.written(time)));
        set(headers, "specversion", SPEC_VERSION);
    }

    private static String idOf(byte[] bytes) {
        long[] hash = MurmurHash3.hash128x64(bytes);
        return new UUID(hash[0], hash[1]).toString();
    }

    private static void set(Headers headers, String attribute, byte[] value) {
        headers.remove(PREFIX + attribute).add(PREFIX + attribute, value);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
