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
import io.waybillguard.events.types.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Conditions on the order, its goods and its parcels. */
final class OrderConditions {

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
                        "a parcel is in none of the stages " + stages));
    }

    static Condition suspectedLost() {
        return onlyProven(q ->
                check(
                        !q.order().received()
                                && everyParcel(q, parcel -> judged(parcel) && lost(parcel)),
                        "the buyer has the goods, or no stall, or one that is exempt or of a"
                                + " silent feed, or not yet suspected lost"));
    }

    /** At least one parcel has a stall of these kinds that may be acted on. */
    static Condition stalledAs(Set<StallKind> kinds) {
        return onlyProven(q ->
                check(
                        !q.order().received()
                                && q.order().deliveries().stream()
                                        .filter(OrderConditions::judged)
                                        .map(ParcelFacts::currentStall)
                                        .anyMatch(stall -> isOneOf(kinds, stall)),
                        "no parcel has a stall of " + kinds + " that may be acted on"));
    }

    private static boolean isOneOf(Set<StallKind> kinds, @Nullable StallDetails stall) {
        return stall != null && kinds.contains(stall.kind());
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

    static Condition goodsAreNot(GoodsTrait trait) {
        return q -> {
            Purchase purchase = q.asked();
            return check(purchase != null && !purchase.anyHas(trait), "goods are " + trait);
        };
    }

    static Condition goodsAreAll(GoodsTrait trait) {
        return q -> {
            Purchase purchase = q.asked();
            return check(purchase != null && purchase.allHave(trait), "not all goods are " + trait);
        };
    }

    static Condition goodsOf(Set<String> categories) {
        return q -> {
            Purchase purchase = q.asked();
            return check(
                    purchase != null && purchase.allOf(categories),
                    "goods are of other categories");
        };
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
