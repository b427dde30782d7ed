package io.waybillguard.aftersales.rules;

import static io.waybillguard.aftersales.rules.Condition.that;

import io.waybillguard.aftersales.order.ParcelFacts;
import io.waybillguard.events.order.GoodsTrait;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.policy.InterceptionTerms;
import io.waybillguard.events.types.CourierCode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/** What must hold for an interception (物流拦截), each by its name. */
final class InterceptionConditions {

    private static final Set<Stage> STOPPABLE =
            EnumSet.of(Stage.COLLECTED, Stage.IN_TRANSIT, Stage.AT_DESTINATION);

    private InterceptionConditions() {}

    static List<Condition> all(Limits limits, Agreements agreements) {
        return List.of(
                RequestConditions.refundOnly(),
                OrderConditions.shipped(),
                ParcelConditions.exactlyOneParcel(),
                OrderConditions.notSigned(),
                collectedAndNotOutForDelivery(),
                RequestConditions.refundUnder(limits.interceptUnder()),
                RequestConditions.fullRefund(),
                OrderConditions.notCrossBorder(),
                OrderConditions.goodsAreNot(GoodsTrait.FRESH),
                OrderConditions.goodsAreNot(GoodsTrait.VIRTUAL),
                OrderConditions.goodsAreNot(GoodsTrait.WHOLE_VEHICLE),
                shopInNormalOperation(),
                agreementSigned(),
                agreementHolds(agreements),
                courierInAgreement(agreements),
                platformWaybillEnabled(),
                notStoppedBefore(agreements),
                notAskedBefore());
    }

    private static Condition collectedAndNotOutForDelivery() {
        return ofTheParcel(
                Asks.STOPPABLE,
                (_, parcel) -> STOPPABLE.contains(parcel.stage()),
                (_, parcel) -> Phrase.of(Reason.NOT_STOPPABLE, parcel.stage()));
    }

    private static Condition shopInNormalOperation() {
        return that(
                Phrase.of(Asks.NORMAL_OPERATION),
                q -> terms(q).normalOperation(),
                _ -> Phrase.of(Reason.NO_OPERATION));
    }

    private static Condition agreementSigned() {
        return that(
                Phrase.of(Asks.AGREEMENT),
                q -> !terms(q).agreement().isEmpty(),
                _ -> Phrase.of(Reason.NO_AGREEMENT));
    }

    /** Both the edition and the shop's signature have begun to hold. */
    private static Condition agreementHolds(Agreements agreements) {
        return that(
                Phrase.of(Asks.AGREEMENT_HOLDS),
                q -> !q.at().isBefore(begins(agreements, terms(q))),
                q ->
                        Phrase.of(
                                Reason.AGREEMENT_NOT_YET,
                                terms(q).agreement(),
                                begins(agreements, terms(q))));
    }

    private static Instant begins(Agreements agreements, InterceptionTerms terms) {
        Instant begins = agreements.begins(terms.agreement());
        return terms.agreedFrom() == null || terms.agreedFrom().isBefore(begins)
                ? begins
                : terms.agreedFrom();
    }

    private static Condition courierInAgreement(Agreements agreements) {
        return ofTheParcel(
                Asks.COURIER_IN_AGREEMENT,
                (q, parcel) -> agreements.covers(terms(q).agreement(), parcel.id().courier()),
                (q, parcel) ->
                        Phrase.of(
                                Reason.COURIER_NOT_IN_AGREEMENT,
                                parcel.id().courier(),
                                terms(q).agreement()));
    }

    private static Condition platformWaybillEnabled() {
        return ofTheParcel(
                Asks.WAYBILL,
                (q, parcel) -> {
                    ParcelFacts.Shipment shipment = parcel.shipment();
                    return enabled(q, parcel) && shipment != null && shipment.platformWaybill();
                },
                (q, parcel) ->
                        enabled(q, parcel)
                                ? Phrase.of(Reason.OTHER_WAYBILL)
                                : Phrase.of(Reason.WAYBILL_NOT_ENABLED, parcel.id().courier()));
    }

    private static boolean enabled(RefundQuestion q, ParcelFacts parcel) {
        return terms(q).waybillCouriers().contains(parcel.id().courier());
    }

    private static Condition notStoppedBefore(Agreements agreements) {
        return ofTheParcel(
                Asks.NOT_STOPPED,
                (q, parcel) -> {
                    CourierCode courier = parcel.id().courier();
                    return !agreements.oncePerOrder().contains(courier)
                            || !q.stoppedBefore().contains(courier);
                },
                (_, parcel) -> Phrase.of(Reason.STOPPED_ONCE, parcel.id().courier()));
    }

    private static Condition notAskedBefore() {
        return ofTheParcel(
                Asks.NOT_ASKED,
                (q, parcel) -> !q.askedToStop().contains(parcel.id()),
                (_, _) -> Phrase.of(Reason.ASKED_BEFORE));
    }

    private static InterceptionTerms terms(RefundQuestion q) {
        return q.policy().interception();
    }

    private static Condition ofTheParcel(
            Asks words,
            BiPredicate<RefundQuestion, ParcelFacts> holds,
            BiFunction<RefundQuestion, ParcelFacts, Phrase> why) {
        return that(
                Phrase.of(words),
                q -> {
                    List<ParcelFacts> parcels = q.order().deliveries();
                    return parcels.size() == 1 && holds.test(q, parcels.getFirst());
                },
                q -> {
                    List<ParcelFacts> parcels = q.order().deliveries();
                    return parcels.size() == 1
                            ? why.apply(q, parcels.getFirst())
                            : ParcelConditions.otherNumber(q);
                });
    }
}
