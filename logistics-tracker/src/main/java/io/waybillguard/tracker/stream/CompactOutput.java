package io.waybillguard.tracker.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Numbers and texts in few bytes: small numbers are one byte, whatever their sign. */
final class CompactOutput {

    private byte[] bytes = new byte[512];
    private int length;

    void octet(int value) {
        if (length == bytes.length) {
            grow(1);
        }
        bytes[length++] = (byte) value;
    }

    private void grow(int more) {
        bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }

    /** A signed number, seven bits a byte. */
    void number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7fL) != 0) {
            octet((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        octet((int) rest);
    }

    /** All 64 bits as they are. */
    void bits(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            octet((int) (value >>> shift));
        }
    }

    /** As many as there are, told first. */
    void bytes(byte[] some) {
        number(some.length);
        if (some.length > bytes.length - length) {
            grow(some.length);
        }
        System.arraycopy(some, 0, bytes, length, some.length);
        length += some.length;
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
        return Arrays.copyOf(bytes, length);
    }
}
