package io.waybillguard.tracker.lines;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A provider's names of couriers in our codes; those it has no row for stay as they are, in upper
 * case, with {@code -} for what no code may hold inside.
 *
 * @param ours our code by the provider's name in lower case
 */
public record CourierNames(Map<String, String> ours) {

    private static final int LONGEST = 32;
    private static final Pattern FOREIGN = Pattern.compile("[^A-Z0-9_-]+");

    public CourierNames {
        ours = Map.copyOf(ours);
    }

    /** Our code; empty when nothing of {@code name} can be in one. */
    public String of(String name) {
        String told = name.strip();
        String ourCode = ours.get(told.toLowerCase(Locale.ROOT));
        return ourCode == null ? valid(told) : ourCode;
    }

    /** Whether there is a row for {@code name}. */
    public boolean knows(String name) {
        return ours.containsKey(name.strip().toLowerCase(Locale.ROOT));
    }

    private static String valid(String name) {
        String code = FOREIGN.matcher(name.toUpperCase(Locale.ROOT)).replaceAll("-");
        int from = code.startsWith("-") ? 1 : 0;
        int end = code.length() > from && code.endsWith("-") ? code.length() - 1 : code.length();
        return code.substring(from, Math.min(end, from + LONGEST));
    }
}
