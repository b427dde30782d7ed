package io.waybillguard.tracker.lines;

import java.util.BitSet;

/**
 * A text and which letters it has. All digits count as one letter, and letters may share a place:
 * one that the text has is never said to be missing, one that is missing may be said to be there.
 */
final class Letters {

    private static final int PLACES = 1024;

    private final String text;
    private final BitSet places = new BitSet(PLACES);

    private Letters(String text) {
        this.text = text;
    }

    static Letters of(String text) {
        Letters letters = new Letters(text);
        for (int at = 0; at < text.length(); at++) {
            letters.places.set(place(text.charAt(at)));
        }
        return letters;
    }

    String text() {
        return text;
    }

    /** Without spaces at its ends; the same where it has none. */
    Letters stripped() {
        return with(text.strip());
    }

    /** Of another text; the same where it is the same. */
    Letters with(String other) {
        return other.equals(text) ? this : of(other);
    }

    /** Whether the text may have all of them; false is certain. */
    boolean mayHaveAll(BitSet needed) {
        for (int place = needed.nextSetBit(0); place >= 0; place = needed.nextSetBit(place + 1)) {
            if (!places.get(place)) {
                return false;
            }
        }
        return true;
    }

    /** A letter's place. */
    static int place(char letter) {
        return (letter >= '0' && letter <= '9' ? '0' : letter) % PLACES;
    }
}
