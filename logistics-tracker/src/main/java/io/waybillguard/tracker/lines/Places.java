package io.waybillguard.tracker.lines;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a line happened: the first place in brackets, else the area the provider found. */
public final class Places {

    private static final int LONGEST = 40;
    private static final Pattern BRACKETS = Pattern.compile("[【\\[]\\s*([^】\\]]{2,40}?)\\s*[】\\]]");

    private Places() {}

    /**
     * The place; empty when none is told.
     *
     * @param masked the line without phones and names
     * @param area such as {@code 四川,成都市,双流区}
     */
    public static String in(String masked, String area) {
        Matcher brackets = BRACKETS.matcher(masked);
        while (brackets.find()) {
            if (isPlace(brackets.group(1))) {
                return brackets.group(1);
            }
        }
        String told = Masking.mask(area.strip());
        return told.length() <= LONGEST ? told : told.substring(0, LONGEST);
    }

    private static boolean isPlace(String text) {
        return text.indexOf('*') < 0 && text.chars().filter(Character::isDigit).count() < 5;
    }
}
