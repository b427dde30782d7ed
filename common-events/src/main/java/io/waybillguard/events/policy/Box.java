package io.waybillguard.events.policy;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.policy.Extent.Range;
import io.waybillguard.events.policy.Span.Amounts;
import io.waybillguard.events.policy.Span.Each;
import io.waybillguard.events.policy.Span.OneOf;
import io.waybillguard.events.policy.Span.Stall;
import io.waybillguard.events.policy.Span.Stalls;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Requests whose order has shipped, or has not: one span of every condition, each by itself.
 *
 * @param one the order has one parcel, and goes to one place
 */
record Box(List<Span> spans, boolean one) {

    /** The requests that {@code extent} is for; null where it is for none of such orders. */
    static @Nullable Box of(Extent extent, boolean shipped) {
        Boolean its = extent.shipped();
        if (its != null && its != shipped) {
            return null;
        }
        ShopRule rule = extent.rule();
        Box box =
                new Box(
                        List.of(
                                oneOf(
                                        extent.kind() == null
                                                ? Set.of(RefundKind.values())
                                                : Set.of(extent.kind())),
                                oneOf(orAll(rule.reasons(), RefundReason.values())),
                                new Amounts(Range.refund(rule)),
                                new Amounts(Range.order(rule)),
                                new Amounts(Range.buyer(rule)),
                                Each.of(orAll(extent.stages(), Stage.values())),
                                Each.of(orAny(rule.categories())),
                                Each.of(orAny(rule.couriers())),
                                Each.of(orAny(rule.regions())),
                                stalls(rule)),
                        !shipped || rule.decision() == Decision.INTERCEPT);
        return box.possible() ? box : null;
    }

    private static OneOf oneOf(Set<?> constants) {
        return new OneOf(constants);
    }

    private static <T> Set<T> orAll(Set<T> asked, T[] all) {
        return asked.isEmpty() ? Set.of(all) : asked;
    }

    private static <T> @Nullable Set<T> orAny(Set<T> asked) {
        return asked.isEmpty() ? null : asked;
    }

    private static Stalls stalls(ShopRule rule) {
        if (rule.stallKinds().isEmpty() && rule.stallLevels().isEmpty()) {
            return new Stalls(List.of(), Set.of());
        }
        Set<Stall> wanted = new HashSet<>();
        for (StallKind kind : orAll(rule.stallKinds(), StallKind.values())) {
            for (StallLevel level : orAll(rule.stallLevels(), StallLevel.values())) {
                wanted.add(new Stall(kind, level));
            }
        }
        return new Stalls(List.of(wanted), Set.of());
    }

    private boolean possible() {
        return spans.stream().allMatch(span -> span.possible(one));
    }

    private Box with(int index, Span span) {
        List<Span> others = new ArrayList<>(spans);
        others.set(index, span);
        return new Box(List.copyOf(others), one);
    }

    /** There is a request that both are for. */
    boolean meets(Box rule) {
        Box both = this;
        for (int i = 0; i < spans.size(); i++) {
            both = both.with(i, spans.get(i).within(rule.spans.get(i)));
        }
        return both.possible();
    }

    /** What a rule leaves of this: parts that have nothing in common. */
    List<Box> outside(Box rule) {
        if (!meets(rule)) {
            return List.of(this);
        }
        List<Box> left = new ArrayList<>();
        Box inside = this;
        for (int i = 0; i < spans.size(); i++) {
            for (Span rest : inside.spans.get(i).outside(rule.spans.get(i))) {
                Box part = inside.with(i, rest);
                if (part.possible()) {
                    left.add(part);
                }
            }
            inside = inside.with(i, inside.spans.get(i).within(rule.spans.get(i)));
        }
        return left;
    }
}
