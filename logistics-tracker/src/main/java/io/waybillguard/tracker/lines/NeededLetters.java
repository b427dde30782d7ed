package io.waybillguard.tracker.lines;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which letters a text must have for a pattern to be found in it: all of one of several ways.
 * Understands literals, groups, alternatives, classes, quantifiers and assertions; of what it does
 * not look into (ranges, what must not be there, what may be left out) it asks nothing, so that a
 * way never asks too much.
 */
final class NeededLetters {

    private static final int MOST_WAYS = 64;

    private final String regex;
    private int at;

    private NeededLetters(String regex) {
        this.regex = regex;
    }

    /**
     * The ways.
     *
     * @throws IllegalArgumentException when flags are set within {@code regex}
     */
    static List<BitSet> of(String regex) {
        return new NeededLetters(regex).alternatives();
    }

    private List<BitSet> alternatives() {
        List<BitSet> ways = new ArrayList<>(sequence());
        while (at < regex.length() && regex.charAt(at) == '|') {
            at++;
            ways.addAll(sequence());
        }
        return ways;
    }

    private List<BitSet> sequence() {
        List<BitSet> ways = List.of(new BitSet());
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            List<BitSet> atom = atom();
            if (!mayBeLeftOut()) {
                ways = both(ways, atom);
            }
        }
        return ways;
    }

    private List<BitSet> atom() {
        char letter = regex.charAt(at++);
        return switch (letter) {
            case '(' -> group();
            case '[' -> letterOfClass();
            case '\\' -> escaped();
            case '.', '^', '$' -> List.of(new BitSet());
            default -> List.of(only(letter));
        };
    }

    private List<BitSet> group() {
        boolean denied = false;
        if (regex.startsWith("?:", at)) {
            at += 2;
        } else if (regex.startsWith("?", at)) {
            at += regex.startsWith("?<", at) ? 3 : 2;
            denied = regex.charAt(at - 1) == '!';
            if (!denied && regex.charAt(at - 1) != '=') {
                throw new IllegalArgumentException("a group of this kind: " + regex);
            }
        }
        List<BitSet> inside = alternatives();
        at++;
        return denied ? List.of(new BitSet()) : inside;
    }

    private List<BitSet> letterOfClass() {
        int start = at;
        boolean plain = true;
        while (regex.charAt(at) != ']') {
            plain &= "^-\\".indexOf(regex.charAt(at)) < 0;
            at += regex.charAt(at) == '\\' ? 2 : 1;
        }
        List<BitSet> letters =
                regex.substring(start, at).chars().mapToObj(letter -> only((char) letter)).toList();
        at++;
        return plain ? letters : List.of(new BitSet());
    }

    private List<BitSet> escaped() {
        char letter = regex.charAt(at++);
        if (letter == 'p') {
            at = regex.indexOf('}', at) + 1;
        }
        if (letter == 'd') {
            return List.of(only('0'));
        }
        return List.of(Character.isLetterOrDigit(letter) ? new BitSet() : only(letter));
    }

    /** Reads the quantifier, if there is one. */
    private boolean mayBeLeftOut() {
        if (at == regex.length() || "?*+{".indexOf(regex.charAt(at)) < 0) {
            return false;
        }
        boolean leftOut = "?*".indexOf(regex.charAt(at)) >= 0 || regex.startsWith("{0", at);
        at = regex.charAt(at) == '{' ? regex.indexOf('}', at) + 1 : at + 1;
        if (at < regex.length() && "?+".indexOf(regex.charAt(at)) >= 0) {
            at++;
        }
        return leftOut;
    }

    private static List<BitSet> both(List<BitSet> ways, List<BitSet> more) {
        if (ways.size() * more.size() > MOST_WAYS) {
            return ways;
        }
        List<BitSet> all = new ArrayList<>();
        for (BitSet way : ways) {
            for (BitSet other : more) {
                BitSet joined = (BitSet) way.clone();
                joined.or(other);
                all.add(joined);
            }
        }
        return all;
    }

    private static BitSet only(char letter) {
        BitSet one = new BitSet();
        one.set(Letters.place(letter));
        return one;
    }
}
