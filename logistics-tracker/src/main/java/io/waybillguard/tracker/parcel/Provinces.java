package io.waybillguard.tracker.parcel;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** In which province a place is, by the name it begins with: a province's, or a city's. */
public final class Provinces {

    private static final String TABLE = "provinces.txt";
    private static final int LONGEST = 4;
    private static final int SHORTEST = 2;

    private static final Map<String, String> BY_NAME = read();

    private Provinces() {}

    /** The province's short name; empty when the place names none. */
    public static String of(String place) {
        for (int length = Math.min(LONGEST, place.length()); length >= SHORTEST; length--) {
            String province = BY_NAME.get(place.substring(0, length));
            if (province != null) {
                return province;
            }
        }
        return "";
    }

    /** That of the first scan whose place names one; empty when none does. */
    public static String origin(ScanHistory history) {
        for (ScanFact scan : history.facts()) {
            String province = of(scan.place());
            if (!province.isEmpty()) {
                return province;
            }
        }
        return "";
    }

    private static Map<String, String> read() {
        Map<String, String> byName = new HashMap<>();
        InputStream table = Objects.requireNonNull(Provinces.class.getResourceAsStream(TABLE));
        try (var lines =
                new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8)).lines()) {
            lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(names -> {
                        for (String name : names) {
                            byName.merge(name, names[0], Provinces::refused);
                        }
                    });
        }
        return Map.copyOf(byName);
    }

    private static String refused(String one, String other) {
        throw new IllegalStateException("one name of places in " + one + " and in " + other);
    }
}
