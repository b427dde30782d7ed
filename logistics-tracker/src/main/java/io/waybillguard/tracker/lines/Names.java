package io.waybillguard.tracker.lines;

import io.waybillguard.events.parcel.SignedBy;

/** Takes names out of a line that the provider tells beside it. */
public final class Names {

    private static final String HIDDEN = "***";

    private Names() {}

    /**
     * The line without {@code names}. One of a single letter would take words apart, and one that
     * only says who signed (本人, 门卫) is nobody's.
     */
    public static String hide(String line, String... names) {
        String hidden = line;
        for (String name : names) {
            String told = name.strip();
            if (told.length() > 1 && Words.signerIn(told) == SignedBy.UNKNOWN) {
                hidden = hidden.replace(told, HIDDEN);
            }
        }
        return hidden;
    }
}
