package io.waybillguard.tracker.lines;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The place of a line whose provider tells city, state and country apart. */
public final class Spots {

    private Spots() {}

    /**
     * City and the rest; empty without a city, because a country alone would make every parcel come
     * back to the same place again and again.
     */
    public static String of(String city, String state, String country) {
        return city.isBlank()
                ? ""
                : Stream.of(city, state, country)
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(","));
    }
}
