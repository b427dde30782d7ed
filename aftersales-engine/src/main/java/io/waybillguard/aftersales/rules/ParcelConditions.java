package io.waybillguard.aftersales.rules;

import static io.waybillguard.aftersales.rules.Condition.HELD;
import static io.waybillguard.aftersales.rules.Condition.check;
import static io.waybillguard.aftersales.rules.Condition.failed;
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
                q -> q.order().collected() ? HELD : failed(Reason.NOT_COLLECTED, Seen.stages(q)));
    }

    static Condition everyParcelBack() {
        return that(
                Phrase.of(Asks.ALL_BACK),
                q -> q.order().back() ? HELD : failed(Reason.NOT_BACK, Seen.stages(q)));
    }

    static Condition exactlyOneParcel() {
        return that(
                Phrase.of(Asks.ONE_PARCEL),
                q -> {
                    int parcels = q.order().deliveries().size();
                    return check(parcels == 1, Reason.OTHER_NUMBER, parcels);
                });
    }

    static Condition everyParcelIn(Set<Stage> stages) {
        return provenThat(
                Phrase.of(Asks.STAGES, stages),
                q ->
                        everyParcel(q, parcel -> stages.contains(parcel.stage()))
                                ? HELD
                                : failed(Reason.OTHER_STAGE, Seen.stages(q), stages));
    }

    static Condition suspectedLost() {
        return provenThat(
                Phrase.of(Asks.SUSPECTED_LOST),
                q -> {
                    if (q.order().received()) {
                        return failed(Reason.RECEIVED);
                    }
                    return everyParcel(q, parcel -> judged(parcel) && lost(parcel))
                            ? HELD
                            : failed(Reason.NOT_LOST, Seen.stalls(q));
                });
    }

    /**
     * At least one parcel has a stall of these kinds and levels that may be acted on; an empty set
     * does not ask.
     */
    static Condition stalledAs(Set<StallKind> kinds, Set<StallLevel> levels) {
        Set<StallKind> ofKinds = kinds.isEmpty() ? Set.of(StallKind.values()) : kinds;
        Set<StallLevel> ofLevels = levels.isEmpty() ? Set.of(StallLevel.values()) : levels;
        return provenThat(
                Phrase.of(Asks.STALLED, sorted(ofKinds), sorted(ofLevels)),
                q -> {
                    if (q.order().received()) {
                        return failed(Reason.RECEIVED);
                    }
                    return q.order().deliveries().stream()
                                    .filter(ParcelConditions::judged)
                                    .map(ParcelFacts::currentStall)
                                    .anyMatch(stall -> isOneOf(ofKinds, ofLevels, stall))
                            ? HELD
                            : failed(
                                    Reason.NO_SUCH_STALL,
                                    sorted(ofKinds),
                                    sorted(ofLevels),
                                    Seen.stalls(q));
                });
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
        return !deliveries.isEmpty() && deliveries.stream().allMatch(condition);
    }

    /** Every parcel goes with one of these couriers, and there is one. */
    static Condition couriersIn(Set<CourierCode> couriers) {
        return that(
                Phrase.of(Asks.COURIERS, couriers),
                q -> {
                    List<CourierCode> seen = Seen.couriers(q);
                    return seen.isEmpty()
                            ? failed(Reason.HAS_NOT_SHIPPED)
                            : check(
                                    couriers.containsAll(seen),
                                    Reason.OTHER_COURIER,
                                    seen,
                                    couriers);
                });
    }

    /** Every parcel goes to one of these regions; where none was shipped, the order does. */
    static Condition deliveredTo(Set<Region> regions) {
        return that(
                Phrase.of(Asks.REGIONS, regions),
                q -> {
                    Set<Region> seen = q.order().destinations();
                    return seen.isEmpty()
                            ? failed(Reason.REGION_UNKNOWN)
                            : check(
                                    seen.stream()
                                            .allMatch(to ->
                                                    regions.stream().anyMatch(r -> r.covers(to))),
                                    Reason.OTHER_REGION,
                                    seen,
                                    regions);
                });
    }
}
