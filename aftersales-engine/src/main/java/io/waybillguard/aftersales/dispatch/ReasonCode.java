package io.waybillguard.aftersales.dispatch;

import java.util.regex.Pattern;

/**
 * Why somebody outside did not do what was asked, as it may stand in events: a code, never free
 * text, in which anything could be told of anybody.
 */
public final class ReasonCode {

    /** Stands for whatever is no code. */
    public static final String OTHER = "OTHER";

    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,64}");

    private ReasonCode() {}

    /** The reason, if it is a code; else {@link #OTHER}. */
    public static String of(String reason) {
        return CODE.matcher(reason).matches() ? reason : OTHER;
    }
}
