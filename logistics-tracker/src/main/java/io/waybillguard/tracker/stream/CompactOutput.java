package io.waybillguard.tracker.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Numbers and texts in few bytes: small numbers are one byte, whatever their sign. */
final class CompactOutput {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    void octet(int value) {
        bytes.write(value);
    }

    /** A signed number, seven bits a byte. */
    void number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    /** All 64 bits as they are. */
    void bits(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes.write((int) (value >>> shift));
        }
    }

    /** As many as there are, told first. */
    void bytes(byte[] some) {
        number(some.length);
        bytes.writeBytes(some);
    }

    void text(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** To the nanosecond, as others wrote it. */
    void exact(Instant instant) {
        number(instant.getEpochSecond());
        number(instant.getNano());
    }

    /** To the millisecond. */
    void instant(Instant instant) {
        number(instant.toEpochMilli());
    }

    void optional(@Nullable Instant instant) {
        octet(instant == null ? 0 : 1);
        if (instant != null) {
            instant(instant);
        }
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
