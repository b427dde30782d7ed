package io.waybillguard.tracker.lines;

/**
 * Texts as they are worked on: of a bounded length, one space where there were several, nothing
 * invisible, digits as ASCII has them. What came is read once, however long it is.
 */
final class Tidy {

    /** The most of a line that is looked at, in characters. */
    static final int LONGEST = 2000;

    private Tidy() {}

    /** At most {@link #LONGEST} characters of {@code text}. */
    static String text(String text) {
        return text(text, LONGEST);
    }

    /** At most {@code most} characters of {@code text}; no half of a surrogate pair. */
    static String text(String text, int most) {
        StringBuilder tidy = new StringBuilder(Math.min(text.length(), most));
        boolean apart = false;
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            at += Character.charCount(letter);
            if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
                apart = !tidy.isEmpty();
            } else if (isVisible(letter)) {
                int length = Character.charCount(letter) + (apart ? 1 : 0);
                if (tidy.length() + length > most) {
                    break;
                }
                if (apart) {
                    tidy.append(' ');
                }
                tidy.appendCodePoint(isWideDigit(letter) ? letter - '０' + '0' : letter);
                apart = false;
            }
        }
        return tidy.toString();
    }

    private static boolean isVisible(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static boolean isWideDigit(int letter) {
        return letter >= '０' && letter <= '９';
    }
}
