package io.waybillguard.timers.reminders;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * What is kept for a key.
 *
 * @param due null when nothing is set
 * @param commands how many commands the key has had
 */
public record Reminder(Instant due, int commands) {

    private static final long NONE = -1;

    /** As large as the state of a parcel, so that a store on disk has something to write. */
    private static final int BYTES = 256;

    public static final Reminder NEW = new Reminder(null, 0);

    public Reminder after(Command command) {
        return switch (command) {
            case Command.Set(var at) -> new Reminder(at, commands + 1);
            case Command.Cancel() -> new Reminder(null, commands + 1);
            case Command.Touch() -> new Reminder(due, commands + 1);
        };
    }

    public Reminder fired() {
        return new Reminder(null, commands);
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(due == null ? NONE : due.toEpochMilli())
                .putInt(commands)
                .array();
    }

    public static Reminder of(byte[] bytes) {
        if (bytes == null) {
            return NEW;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long due = buffer.getLong();
        return new Reminder(due == NONE ? null : Instant.ofEpochMilli(due), buffer.getInt());
    }
}
