package io.waybillguard.events.policy;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.Region;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The requests a rule is for: its own conditions, and those that the platform demands of its
 * decision as far as a rule can say them.
 *
 * @param shipped null: either
 * @param kind null: either
 * @param stages of every parcel; empty: any
 */
record Extent(
        ShopRule rule, @Nullable Boolean shipped, @Nullable RefundKind kind, Set<Stage> stages) {

    /** Where a courier can still stop a parcel. */
    static final Set<Stage> STOPPABLE =
            Collections.unmodifiableSet(
                    EnumSet.of(Stage.COLLECTED, Stage.IN_TRANSIT, Stage.AT_DESTINATION));

    /** Where a buyer can still refuse a parcel, or has. */
    static final Set<Stage> UNSIGNED =
            Collections.unmodifiableSet(
                    EnumSet.complementOf(
                            EnumSet.of(Stage.REGISTERED, Stage.CANCELLED, Stage.SIGNED)));

    static Extent of(ShopRule rule) {
        return switch (rule.decision()) {
            case INTERCEPT ->
                    new Extent(
                            rule, true, RefundKind.REFUND_ONLY, within(rule.stages(), STOPPABLE));
            case REJECT_THEN_REFUND ->
                    new Extent(rule, true, RefundKind.REFUND_ONLY, within(rule.stages(), UNSIGNED));
            case APPROVE_RETURN -> new Extent(rule, true, rule.kind(), rule.stages());
            case AUTO_REFUND, MANUAL ->
                    new Extent(
                            rule,
                            asksForParcels(rule) ? Boolean.TRUE : rule.shipped(),
                            rule.kind(),
                            rule.stages());
        };
    }

    private static Set<Stage> within(Set<Stage> asked, Set<Stage> possible) {
        if (asked.isEmpty()) {
            return possible;
        }
        Set<Stage> both = EnumSet.noneOf(Stage.class);
        asked.stream().filter(possible::contains).forEach(both::add);
        return both;
    }

    /** It can only hold of an order that shipped. */
    static boolean asksForParcels(ShopRule rule) {
        return !rule.stages().isEmpty()
                || !rule.couriers().isEmpty()
                || !rule.stallKinds().isEmpty()
                || !rule.stallLevels().isEmpty();
    }

    /** Whatever the other is for, this is for too: each of its conditions is implied. */
    boolean covers(Extent other) {
        ShopRule its = other.rule();
        return demandsNoMoreThan(its.decision())
                && either(shipped, other.shipped())
                && either(kind, other.kind())
                && among(stages, other.stages())
                && Range.refund(rule).covers(Range.refund(its))
                && Range.order(rule).covers(Range.order(its))
                && Range.buyer(rule).covers(Range.buyer(its))
                && among(rule.categories(), its.categories())
                && among(rule.reasons(), its.reasons())
                && among(rule.couriers(), its.couriers())
                && among(rule.stallKinds(), its.stallKinds())
                && among(rule.stallLevels(), its.stallLevels())
                && regions(rule.regions(), its.regions());
    }

    /** What no rule can ask for is demanded of the other as well. */
    boolean demandsNoMoreThan(Decision others) {
        return switch (rule.decision()) {
            case AUTO_REFUND, MANUAL, APPROVE_RETURN -> true;
            case INTERCEPT -> others == Decision.INTERCEPT;
            case REJECT_THEN_REFUND ->
                    others == Decision.REJECT_THEN_REFUND || others == Decision.INTERCEPT;
        };
    }

    private static <T> boolean either(@Nullable T wide, @Nullable T narrow) {
        return wide == null || wide.equals(narrow);
    }

    private static <T> boolean among(Set<T> wide, Set<T> narrow) {
        return wide.isEmpty() || (!narrow.isEmpty() && wide.containsAll(narrow));
    }

    private static boolean regions(Set<Region> wide, Set<Region> narrow) {
        return wide.isEmpty()
                || (!narrow.isEmpty()
                        && narrow.stream().allMatch(n -> wide.stream().anyMatch(w -> w.covers(n))));
    }

    /** There can be a request that both are for. */
    boolean meets(Extent other) {
        ShopRule its = other.rule();
        return (shipped == null || either(other.shipped(), shipped))
                && (kind == null || either(other.kind(), kind))
                && shared(stages, other.stages())
                && Range.refund(rule).meets(Range.refund(its))
                && Range.order(rule).meets(Range.order(its))
                && Range.buyer(rule).meets(Range.buyer(its))
                && shared(rule.categories(), its.categories())
                && shared(rule.reasons(), its.reasons())
                && shared(rule.couriers(), its.couriers())
                && sharedRegions(rule.regions(), its.regions());
    }

    private static <T> boolean shared(Set<T> one, Set<T> other) {
        return one.isEmpty() || other.isEmpty() || one.stream().anyMatch(other::contains);
    }

    private static boolean sharedRegions(Set<Region> one, Set<Region> other) {
        return one.isEmpty()
                || other.isEmpty()
                || one.stream()
                        .anyMatch(a -> other.stream().anyMatch(b -> a.covers(b) || b.covers(a)));
    }

    /** Asks nothing at all. */
    boolean everything() {
        return covers(EVERYTHING);
    }

    private static final Extent EVERYTHING =
            of(
                    new ShopRule(
                            "",
                            null,
                            Set.of(),
                            null,
                            null,
                            null,
                            Set.of(),
                            Set.of(),
                            Set.of(),
                            Decision.MANUAL,
                            ""));

    /** Amounts or numbers from {@code from} on, under {@code under}; null: without end. */
    record Range(long from, @Nullable Long under) {

        static Range refund(ShopRule rule) {
            return of(rule.amountFrom(), rule.amountUnder());
        }

        static Range order(ShopRule rule) {
            return of(rule.orderAmountFrom(), rule.orderAmountUnder());
        }

        static Range buyer(ShopRule rule) {
            Integer from = rule.buyerRefundsFrom();
            Integer under = rule.buyerRefundsUnder();
            return new Range(from == null ? 0 : from, under == null ? null : under.longValue());
        }

        private static Range of(@Nullable Money from, @Nullable Money under) {
            return new Range(from == null ? 0 : from.fen(), under == null ? null : under.fen());
        }

        boolean empty() {
            return under != null && from >= under;
        }

        boolean covers(Range other) {
            return from <= other.from
                    && (under == null || (other.under != null && other.under <= under));
        }

        boolean meets(Range other) {
            return (under == null || other.from < under)
                    && (other.under == null || from < other.under);
        }
    }
}
