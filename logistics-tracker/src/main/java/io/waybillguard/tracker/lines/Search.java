package io.waybillguard.tracker.lines;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A pattern that is only tried on a text that has the letters without which it finds nothing: of
 * the many patterns a line is held against, most need none of its letters.
 */
final class Search {

    private final Pattern pattern;
    private final List<BitSet> ways;

    private Search(Pattern pattern, List<BitSet> ways) {
        this.pattern = pattern;
        this.ways = ways;
    }

    /** The search for {@code regex}. */
    static Search of(String regex) {
        return new Search(Pattern.compile(regex), NeededLetters.of(regex));
    }

    Pattern pattern() {
        return pattern;
    }

    /** Whether it is found in {@code line}. */
    boolean isIn(Letters line) {
        return mayBeIn(line) && pattern.matcher(line.text()).find();
    }

    /** The line with every find replaced; the same line where there is none. */
    Letters replacedIn(Letters line, String instead) {
        return mayBeIn(line) ? line.with(pattern.matcher(line.text()).replaceAll(instead)) : line;
    }

    /** Whether {@code line} has the letters; false is certain. */
    boolean mayBeIn(Letters line) {
        for (BitSet letters : ways) {
            if (line.mayHaveAll(letters)) {
                return true;
            }
        }
        return false;
    }
}
