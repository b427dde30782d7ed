package io.waybillguard.timers.reminders;

import java.time.Instant;

/**
 * That a key was reminded.
 *
 * @param now at which it was found due
 * @param commands how many commands of the key had been read then
 */
public record Fired(String key, Instant due, Instant now, int commands) {

    public String text() {
        return due.toEpochMilli() + " " + now.toEpochMilli() + " " + commands;
    }

    public static Fired of(String key, String text) {
        String[] parts = text.split(" ");
        return new Fired(
                key,
                Instant.ofEpochMilli(Long.parseLong(parts[0])),
                Instant.ofEpochMilli(Long.parseLong(parts[1])),
                Integer.parseInt(parts[2]));
    }
}
