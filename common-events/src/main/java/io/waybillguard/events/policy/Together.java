package io.waybillguard.events.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether several rules together leave nothing to a later one: what is left of its requests is
 * taken apart, rule by rule, until a part is found that none of them takes, or no part is left.
 */
final class Together {

    /** Parts looked at for one rule; more would keep whoever reads a policy waiting. */
    static final int PARTS_AT_MOST = 5_000;

    /** What became of a rule. */
    sealed interface Fate {

        /** There is a request that only it takes. */
        record Reached() implements Fate {}

        /**
         * There is none.
         *
         * @param by indices of rules that together take all of its requests
         */
        record Hidden(List<Integer> by) implements Fate {}

        /** Not found out within the parts that may be looked at. */
        record Unknown() implements Fate {}
    }

    private final List<Extent> extents;
    private final int partsAtMost;
    private int parts;

    private Together(List<Extent> extents, int partsAtMost) {
        this.extents = extents;
        this.partsAtMost = partsAtMost;
    }

    /** What the rules before leave to the rule at {@code index}. */
    static Fate of(List<Extent> extents, int index, int partsAtMost) {
        return new Together(extents, partsAtMost).of(index);
    }

    private Fate of(int index) {
        Extent later = extents.get(index);
        List<Integer> before =
                IntStream.range(0, index)
                        .filter(i -> extents.get(i).demandsNoMoreThan(later.rule().decision()))
                        .boxed()
                        .toList();
        boolean reached = reached(later, before);
        if (parts > partsAtMost) {
            return new Fate.Unknown();
        }
        return reached ? new Fate.Reached() : new Fate.Hidden(needed(later, before));
    }

    /**
     * Without those that hide nothing which the others do not, as far as that is soon found out.
     */
    private List<Integer> needed(Extent later, List<Integer> before) {
        parts = 0;
        List<Integer> needed = before;
        for (Integer one : before.reversed()) {
            List<Integer> others = needed.stream().filter(other -> !other.equals(one)).toList();
            if (!reached(later, others)) {
                needed = others;
            }
        }
        return needed;
    }

    /** Also where it was not found out. */
    private boolean reached(Extent later, List<Integer> before) {
        return reached(later, before, true) || reached(later, before, false);
    }

    private boolean reached(Extent later, List<Integer> before, boolean shipped) {
        Box box = Box.of(later, shipped);
        if (box == null) {
            return false;
        }
        List<Box> rules = new ArrayList<>();
        for (Integer index : before) {
            Box rule = Box.of(extents.get(index), shipped);
            if (rule != null && box.meets(rule)) {
                rules.add(rule);
            }
        }
        return left(box, rules, 0);
    }

    /** Something of {@code part} is left by the rules from {@code next} on. */
    private boolean left(Box part, List<Box> rules, int next) {
        if (++parts > partsAtMost || next == rules.size()) {
            return true;
        }
        for (Box rest : part.outside(rules.get(next))) {
            if (left(rest, rules, next + 1)) {
                return true;
            }
        }
        return false;
    }
}
