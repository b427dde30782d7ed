package io.waybillguard.aftersales.rules;

import static io.waybillguard.aftersales.rules.Condition.check;
import static io.waybillguard.aftersales.rules.Condition.onlyProven;

import io.waybillguard.aftersales.order.ParcelFacts;
import io.waybillguard.aftersales.order.Purchase;
import io.waybillguard.events.order.GoodsTrait;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.policy.RefundSwitches;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conditions on the order, its goods and its parcels. */
final class OrderConditions {

    /** More of them would not be read. */
    private static final int PARCELS_TOLD = 5;

    private OrderConditions() {}

    static Condition notShipped() {
        return q -> check(!q.order().shipped(), "the order has shipped");
    }

    static Condition shipped() {
        return q -> check(q.order().shipped(), "the order has not shipped");
    }

    static Condition collected() {
        return q -> check(q.order().collected(), "a parcel was not collected yet");
    }

    static Condition notSigned() {
        return q -> check(!q.order().signed(), "a parcel is signed for");
    }

    static Condition everyParcelBack() {
        return q ->
                check(q.order().back(), "a parcel is neither refused nor returned to the sender");
    }

    static Condition exactlyOneParcel() {
        return q -> {
            int parcels = q.order().deliveries().size();
            return check(parcels == 1, "the order has " + parcels + " parcels, not one");
        };
    }

    static Condition everyParcelIn(Set<Stage> stages) {
        return onlyProven(q ->
                check(
                        everyParcel(q, parcel -> stages.contains(parcel.stage())),
                        "the parcels are " + stagesSeen(q) + ", not all of them " + stages));
    }

    private static String stagesSeen(RefundQuestion q) {
        List<Stage> seen =
                q.order().deliveries().stream().map(ParcelFacts::stage).distinct().toList();
        return seen.isEmpty() ? "not shipped" : seen.toString();
    }

    static Condition suspectedLost() {
        return onlyProven(q ->
                check(
                        !q.order().received()
                                && everyParcel(q, parcel -> judged(parcel) && lost(parcel)),
                        "the buyer has the goods, or no stall, or one that is exempt or of a"
                                + " silent feed, or not yet suspected lost"));
    }

    /**
     * At least one parcel has a stall of these kinds and levels that may be acted on; an empty set
     * does not ask.
     */
    static Condition stalledAs(Set<StallKind> kinds, Set<StallLevel> levels) {
        return onlyProven(q ->
                check(
                        !q.order().received()
                                && q.order().deliveries().stream()
                                        .filter(OrderConditions::judged)
                                        .map(ParcelFacts::currentStall)
                                        .anyMatch(stall -> isOneOf(kinds, levels, stall)),
                        "no parcel has a stall of "
                                + asked(kinds, "any kind")
                                + " and "
                                + asked(levels, "any level")
                                + " that may be acted on, but "
                                + stallsSeen(q)));
    }

    private static boolean isOneOf(
            Set<StallKind> kinds, Set<StallLevel> levels, @Nullable StallDetails stall) {
        return stall != null
                && (kinds.isEmpty() || kinds.contains(stall.kind()))
                && (levels.isEmpty() || levels.contains(stall.level()));
    }

    private static String asked(Set<?> wanted, String otherwise) {
        return wanted.isEmpty() ? otherwise : wanted.toString();
    }

    private static String stallsSeen(RefundQuestion q) {
        if (q.order().received()) {
            return "the buyer has the goods";
        }
        String seen =
                q.order().deliveries().stream()
                        .map(ParcelFacts::currentStall)
                        .filter(Objects::nonNull)
                        .limit(PARCELS_TOLD)
                        .map(stall ->
                                stall.kind()
                                        + " "
                                        + stall.level()
                                        + (stall.feedSuspect() ? " (feed suspect)" : "")
                                        + (stall.exempt() == null ? "" : " (exempt)"))
                        .collect(Collectors.joining(", "));
        return seen.isEmpty() ? "none" : seen;
    }

    /** Every parcel goes with one of these couriers, and there is one. */
    static Condition couriersIn(Set<CourierCode> couriers) {
        return q ->
                check(
                        everyParcel(q, parcel -> couriers.contains(parcel.id().courier())),
                        "the parcels go with " + couriersSeen(q) + ", not with " + couriers);
    }

    private static String couriersSeen(RefundQuestion q) {
        List<CourierCode> seen =
                q.order().deliveries().stream()
                        .map(parcel -> parcel.id().courier())
                        .distinct()
                        .limit(PARCELS_TOLD)
                        .toList();
        return seen.isEmpty() ? "no courier yet" : seen.toString();
    }

    /** Every parcel goes to one of these regions; where none was shipped, the order does. */
    static Condition deliveredTo(Set<Region> regions) {
        return q -> {
            Set<Region> seen = q.order().destinations();
            return seen.isEmpty()
                    ? check(false, "where the order goes is not known")
                    : check(
                            seen.stream()
                                    .allMatch(to -> regions.stream().anyMatch(r -> r.covers(to))),
                            "the order goes to " + seen + ", not to " + regions);
        };
    }

    static Condition orderAmountFrom(Money least) {
        return q -> {
            Purchase purchase = q.order().purchase();
            return check(
                    purchase != null && !purchase.amount().isUnder(least),
                    "the order amount "
                            + (purchase == null ? "is unknown" : purchase.amount())
                            + " is less than "
                            + least);
        };
    }

    static boolean judged(ParcelFacts parcel) {
        StallDetails stall = parcel.currentStall();
        return stall != null && !stall.feedSuspect() && stall.exempt() == null;
    }

    private static boolean lost(ParcelFacts parcel) {
        StallDetails stall = parcel.currentStall();
        return stall != null && stall.level() == StallLevel.SUSPECTED_LOST;
    }

    private static boolean everyParcel(RefundQuestion question, Predicate<ParcelFacts> condition) {
        List<ParcelFacts> deliveries = question.order().deliveries();
        return !deliveries.isEmpty() && deliveries.stream().allMatch(condition);
    }

    static Condition orderAmountUnder(Money limit) {
        return q -> {
            Purchase purchase = q.order().purchase();
            return check(
                    purchase != null && purchase.amount().isUnder(limit),
                    "the order amount "
                            + (purchase == null ? "is unknown" : purchase.amount())
                            + " is not under "
                            + limit);
        };
    }

    /** Under the shop's limit, where it set one. */
    static Condition orderAmountUnderShops(Function<RefundSwitches, @Nullable Money> limit) {
        return q -> {
            Money shops = limit.apply(q.policy().refunds());
            return shops == null ? check(true, "") : orderAmountUnder(shops).ask(q);
        };
    }

    /** No goods of the categories that the shop excludes. */
    static Condition goodsNotOfShops(Function<RefundSwitches, Set<String>> categories) {
        return q -> {
            Set<String> excluded = categories.apply(q.policy().refunds());
            Purchase purchase = q.order().purchase();
            return check(
                    purchase != null && !purchase.anyOf(excluded),
                    "the goods are "
                            + categoriesSeen(purchase)
                            + ", and the shop excludes "
                            + excluded);
        };
    }

    static Condition goodsAreNot(GoodsTrait trait) {
        return q -> {
            Purchase purchase = q.order().purchase();
            return check(purchase != null && !purchase.anyHas(trait), "goods are " + trait);
        };
    }

    static Condition goodsAreAll(GoodsTrait trait) {
        return q -> {
            Purchase purchase = q.order().purchase();
            return check(purchase != null && purchase.allHave(trait), "not all goods are " + trait);
        };
    }

    static Condition goodsOf(Set<String> categories) {
        return q -> {
            Purchase purchase = q.order().purchase();
            return check(
                    purchase != null && purchase.allOf(categories),
                    "the goods are "
                            + categoriesSeen(purchase)
                            + ", not all of them "
                            + categories);
        };
    }

    private static String categoriesSeen(@Nullable Purchase purchase) {
        return purchase == null
                ? "unknown"
                : purchase.goods().stream()
                        .map(Purchase.Goods::category)
                        .distinct()
                        .limit(PARCELS_TOLD)
                        .toList()
                        .toString();
    }

    static Condition notCrossBorder() {
        return q -> {
            Purchase purchase = q.order().purchase();
            return check(purchase != null && !purchase.crossBorder(), "the order is cross-border");
        };
    }

    /** Asked no later than so long after the signature. */
    static Condition signedWithin(Duration limit) {
        return q -> {
            Instant signed = q.order().signedAt();
            return signed == null
                    ? check(false, "nothing is signed for")
                    : check(
                            Duration.between(signed, q.request().askedAt()).compareTo(limit) <= 0,
                            "asked more than " + limit.toDays() + " days after the signature");
        };
    }
}
