package io.waybillguard.aftersales.rules;

import static io.waybillguard.aftersales.rules.Condition.provenThat;
import static io.waybillguard.aftersales.rules.Condition.that;

import io.waybillguard.aftersales.order.ParcelFacts;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.Region;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Conditions on the parcels of the order. */
final class ParcelConditions {

    private ParcelConditions() {}

    static Condition collected() {
        return that(
                Phrase.of(Asks.COLLECTED),
                q -> q.order().collected(),
                q -> Phrase.of(Reason.NOT_COLLECTED, Seen.stages(q)));
    }

    static Condition everyParcelBack() {
        return that(
                Phrase.of(Asks.ALL_BACK),
                q -> q.order().back(),
                q -> Phrase.of(Reason.NOT_BACK, Seen.stages(q)));
    }

    static Condition exactlyOneParcel() {
        return that(
                Phrase.of(Asks.ONE_PARCEL),
                q -> q.order().deliveries().size() == 1,
                ParcelConditions::otherNumber);
    }

    static Phrase otherNumber(RefundQuestion q) {
        return Phrase.of(Reason.OTHER_NUMBER, q.order().deliveries().size());
    }

    static Condition everyParcelIn(Set<Stage> stages) {
        return provenThat(
                Phrase.of(Asks.STAGES, stages),
                q -> everyParcel(q, parcel -> stages.contains(parcel.stage())),
                q -> Phrase.of(Reason.OTHER_STAGE, Seen.stages(q), stages));
    }

    static Condition suspectedLost() {
        return provenThat(
                Phrase.of(Asks.SUSPECTED_LOST),
                q ->
                        !q.order().received()
                                && everyParcel(q, parcel -> judged(parcel) && lost(parcel)),
                q ->
                        q.order().received()
                                ? Phrase.of(Reason.RECEIVED)
                                : Phrase.of(Reason.NOT_LOST, Seen.stalls(q)));
    }

    /**
     * At least one parcel has a stall of these kinds and levels that may be acted on; an empty set
     * does not ask.
     */
    static Condition stalledAs(Set<StallKind> kinds, Set<StallLevel> levels) {
        Set<StallKind> ofKinds = kinds.isEmpty() ? Set.of(StallKind.values()) : kinds;
        Set<StallLevel> ofLevels = levels.isEmpty() ? Set.of(StallLevel.values()) : levels;
        List<StallKind> toldKinds = sorted(ofKinds);
        List<StallLevel> toldLevels = sorted(ofLevels);
        return provenThat(
                Phrase.of(Asks.STALLED, toldKinds, toldLevels),
                q ->
                        !q.order().received()
                                && q.order().deliveries().stream()
                                        .filter(ParcelConditions::judged)
                                        .map(ParcelFacts::currentStall)
                                        .anyMatch(stall -> isOneOf(ofKinds, ofLevels, stall)),
                q ->
                        q.order().received()
                                ? Phrase.of(Reason.RECEIVED)
                                : Phrase.of(
                                        Reason.NO_SUCH_STALL,
                                        toldKinds,
                                        toldLevels,
                                        Seen.stalls(q)));
    }

    private static <T> List<T> sorted(Set<T> all) {
        return all.stream().sorted().toList();
    }

    private static boolean isOneOf(
            Set<StallKind> kinds, Set<StallLevel> levels, @Nullable StallDetails stall) {
        return stall != null && kinds.contains(stall.kind()) && levels.contains(stall.level());
    }

    private static boolean judged(ParcelFacts parcel) {
        StallDetails stall = parcel.currentStall();
        return stall != null && !stall.feedSuspect() && stall.exempt() == null;
    }

    private static boolean lost(ParcelFacts parcel) {
        StallDetails stall = parcel.currentStall();
        return stall != null && stall.level() == StallLevel.SUSPECTED_LOST;
    }

    private static boolean everyParcel(RefundQuestion question, Predicate<ParcelFacts> condition) {
        List<ParcelFacts> deliveries = question.order().deliveries();
        for (ParcelFacts parcel : deliveries) {
            if (!condition.test(parcel)) {
                return false;
            }
        }
        return !deliveries.isEmpty();
    }

    /** Every parcel goes with one of these couriers, and there is one. */
    static Condition couriersIn(Set<CourierCode> couriers) {
        return that(
                Phrase.of(Asks.COURIERS, couriers),
                q -> everyParcel(q, parcel -> couriers.contains(parcel.id().courier())),
                q -> {
                    List<CourierCode> seen = Seen.couriers(q);
                    return seen.isEmpty()
                            ? Phrase.of(Reason.HAS_NOT_SHIPPED)
                            : Phrase.of(Reason.OTHER_COURIER, seen, couriers);
                });
    }

    /** Every parcel goes to one of these regions; where none was shipped, the order does. */
    static Condition deliveredTo(Set<Region> regions) {
        return that(
                Phrase.of(Asks.REGIONS, regions),
                q -> {
                    Set<Region> seen = q.order().destinations();
                    return !seen.isEmpty() && seen.stream().allMatch(to -> covered(regions, to));
                },
                q -> {
                    Set<Region> seen = q.order().destinations();
                    return seen.isEmpty()
                            ? Phrase.of(Reason.REGION_UNKNOWN)
                            : Phrase.of(Reason.OTHER_REGION, seen, regions);
                });
    }

    private static boolean covered(Set<Region> regions, Region to) {
        return regions.stream().anyMatch(region -> region.covers(to));
    }
}
