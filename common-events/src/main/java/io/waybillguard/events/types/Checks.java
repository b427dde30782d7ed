package io.waybillguard.events.types;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What the compact constructors of events ask of their parts; every failure is an {@link
 * IllegalArgumentException}.
 */
public final class Checks {

    private static final int LONGEST_ID = 64;

    private Checks() {}

    /** The value, or an error that names the missing part. */
    public static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    /** A text of at most {@code limit} characters; a missing one is empty. */
    public static String text(String name, @Nullable String value, int limit) {
        if (value == null) {
            return "";
        }
        if (value.length() > limit) {
            throw new IllegalArgumentException(name + " is longer than " + limit + " characters");
        }
        return value;
    }

    /** An immutable copy; a missing list is empty. */
    public static <T> List<T> list(@Nullable Collection<? extends T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    /** An immutable copy of at most {@code limit} elements; a missing list is empty. */
    public static <T> List<T> list(
            String name, @Nullable Collection<? extends T> values, int limit) {
        List<T> all = list(values);
        if (all.size() > limit) {
            throw new IllegalArgumentException(name + " has more than " + limit + " elements");
        }
        return all;
    }

    /** An immutable copy in a stable order; a missing set is empty. */
    public static <T extends Comparable<? super T>> Set<T> set(@Nullable Collection<T> values) {
        return values == null
                ? Set.of()
                : java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(values));
    }

    static void id(String name, @Nullable String value) {
        required(name, value);
        if (value == null || !isMadeOf(value, LONGEST_ID, Checks::isInIds)) {
            throw new IllegalArgumentException(
                    name + " must be 1 to 64 letters, digits and . _ : -");
        }
    }

    private static boolean isInIds(int c) {
        return isUpperCase(c) || (c >= 'a' && c <= 'z') || c == '.' || c == '_' || c == ':';
    }

    /** A capital letter, a digit or a hyphen: ids of all kinds have them. */
    static boolean isUpperCase(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }

    /** Whether {@code text} has 1 to {@code longest} characters, all of them allowed. */
    static boolean isMadeOf(String text, int longest, IntPredicate allowed) {
        if (text.isEmpty() || text.length() > longest) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!allowed.test(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
