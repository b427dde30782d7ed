package io.waybillguard.tracker.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what {@link CompactOutput} wrote. */
final class CompactInput {

    private final ByteBuffer bytes;

    CompactInput(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    int octet() {
        return bytes.get();
    }

    long number() {
        long value = 0;
        int shift = 0;
        int next;
        do {
            next = bytes.get();
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        return (value >>> 1) ^ -(value & 1);
    }

    int count() {
        return Math.toIntExact(number());
    }

    long bits() {
        return bytes.getLong();
    }

    byte[] bytes() {
        byte[] some = new byte[count()];
        bytes.get(some);
        return some;
    }

    String text() {
        int length = count();
        int start = bytes.position();
        bytes.position(start + length);
        return new String(bytes.array(), start, length, StandardCharsets.UTF_8);
    }

    Instant exact() {
        return Instant.ofEpochSecond(number(), number());
    }

    Instant instant() {
        return Instant.ofEpochMilli(number());
    }

    @Nullable Instant optional() {
        return octet() == 0 ? null : instant();
    }
}
