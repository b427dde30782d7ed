package io.waybillguard.events.policy;

import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.policy.Extent.Range;
import io.waybillguard.events.types.Region;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a set of requests has of one condition: what a rule asks, or what earlier rules leave of it.
 * Spans that are put together are of the same condition.
 */
sealed interface Span {

    /** What both this and {@code asked}, of a rule, are for. */
    Span within(Span asked);

    /** What this is for and {@code asked}, of a rule, is not: in parts, none of which may be. */
    List<Span> outside(Span asked);

    /**
     * Whether anything is left.
     *
     * @param one the order has one parcel, and goes to one place
     */
    boolean possible(boolean one);

    /** An amount, or a number. */
    record Amounts(Range range) implements Span {

        @Override
        public Span within(Span asked) {
            Range its = ((Amounts) asked).range;
            return new Amounts(
                    new Range(
                            Math.max(range.from(), its.from()),
                            lesser(range.under(), its.under())));
        }

        @Override
        public List<Span> outside(Span asked) {
            Range its = ((Amounts) asked).range;
            List<Span> left = new ArrayList<>();
            left.add(new Amounts(new Range(range.from(), lesser(range.under(), its.from()))));
            if (its.under() != null) {
                left.add(
                        new Amounts(new Range(Math.max(range.from(), its.under()), range.under())));
            }
            return left;
        }

        @Override
        public boolean possible(boolean one) {
            return !range.empty();
        }

        private static @Nullable Long lesser(@Nullable Long one, @Nullable Long other) {
            return one == null || (other != null && other < one) ? other : one;
        }
    }

    /** One of a few constants, all of which are named where a rule does not ask. */
    record OneOf(Set<?> constants) implements Span {

        @Override
        public Span within(Span asked) {
            Set<?> both = new HashSet<>(constants);
            both.retainAll(((OneOf) asked).constants);
            return new OneOf(both);
        }

        @Override
        public List<Span> outside(Span asked) {
            Set<?> rest = new HashSet<>(constants);
            rest.removeAll(((OneOf) asked).constants);
            return List.of(new OneOf(rest));
        }

        @Override
        public boolean possible(boolean one) {
            return !constants.isEmpty();
        }
    }

    /**
     * Several things, each of which is among {@code allowed}, and not all among any of {@code
     * avoided}.
     *
     * @param allowed null: there may be others than any rule names, or nothing at all
     */
    record Each(@Nullable Set<?> allowed, List<Set<?>> avoided) implements Span {

        static Each of(@Nullable Set<?> allowed) {
            return new Each(allowed, List.of());
        }

        @Override
        public Span within(Span asked) {
            Set<?> its = ((Each) asked).allowed;
            Set<?> may = allowed;
            if (its == null) {
                return this;
            }
            return new Each(may == null ? its : both(may, its), avoided);
        }

        private static Set<Object> both(Set<?> may, Set<?> its) {
            Set<Object> both = new HashSet<>();
            for (Object mine : may) {
                for (Object other : its) {
                    if (covers(other, mine)) {
                        both.add(mine);
                    } else if (covers(mine, other)) {
                        both.add(other);
                    }
                }
            }
            return both;
        }

        @Override
        public List<Span> outside(Span asked) {
            Set<?> its = ((Each) asked).allowed;
            if (its == null) {
                return List.of();
            }
            List<Set<?>> more = new ArrayList<>(avoided);
            more.add(its);
            return List.of(new Each(allowed, more));
        }

        /** All that is allowed at once escapes what anything else would; of one thing, itself. */
        @Override
        public boolean possible(boolean one) {
            Set<?> may = allowed;
            if (may == null) {
                return true;
            }
            return one
                    ? may.stream().anyMatch(it -> avoided.stream().noneMatch(all -> among(it, all)))
                    : !may.isEmpty()
                            && avoided.stream()
                                    .noneMatch(all -> may.stream().allMatch(it -> among(it, all)));
        }

        private static boolean among(Object thing, Set<?> all) {
            return all.stream().anyMatch(wide -> covers(wide, thing));
        }

        private static boolean covers(Object wide, Object narrow) {
            if (wide instanceof Region province && narrow instanceof Region place) {
                return province.covers(place);
            }
            return wide.equals(narrow);
        }
    }

    /** A kind of stall at a level. */
    record Stall(StallKind kind, StallLevel level) {}

    /**
     * Stalls of parcels: one of each of {@code wanted} at least, and none of {@code avoided}.
     *
     * @param wanted what rules ask for; empty: nothing
     */
    record Stalls(List<Set<Stall>> wanted, Set<Stall> avoided) implements Span {

        @Override
        public Span within(Span asked) {
            List<Set<Stall>> all = new ArrayList<>(wanted);
            all.addAll(((Stalls) asked).wanted);
            return new Stalls(all, avoided);
        }

        @Override
        public List<Span> outside(Span asked) {
            List<Set<Stall>> its = ((Stalls) asked).wanted;
            if (its.isEmpty()) {
                return List.of();
            }
            Set<Stall> more = new HashSet<>(avoided);
            its.forEach(more::addAll);
            return List.of(new Stalls(wanted, more));
        }

        @Override
        public boolean possible(boolean one) {
            return wanted.isEmpty()
                    || (one ? oneDoesForAll() : wanted.stream().noneMatch(avoided::containsAll));
        }

        private boolean oneDoesForAll() {
            return wanted.getFirst().stream()
                    .filter(stall -> !avoided.contains(stall))
                    .anyMatch(stall -> wanted.stream().allMatch(all -> all.contains(stall)));
        }
    }
}
