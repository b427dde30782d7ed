package io.waybillguard.aftersales.rules;

import static io.waybillguard.aftersales.rules.Condition.check;
import static io.waybillguard.aftersales.rules.Condition.failed;
import static io.waybillguard.aftersales.rules.Condition.that;

import io.waybillguard.aftersales.order.ParcelFacts;
import io.waybillguard.aftersales.rules.Condition.Answer;
import io.waybillguard.events.order.GoodsTrait;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.policy.InterceptionTerms;
import io.waybillguard.events.types.CourierCode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

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
                (q, parcel) ->
                        check(
                                STOPPABLE.contains(parcel.stage()),
                                Reason.NOT_STOPPABLE,
                                parcel.stage()));
    }

    private static Condition shopInNormalOperation() {
        return that(
                Phrase.of(Asks.NORMAL_OPERATION),
                q -> check(q.policy().interception().normalOperation(), Reason.NO_OPERATION));
    }

    private static Condition agreementSigned() {
        return that(
                Phrase.of(Asks.AGREEMENT),
                q -> check(!q.policy().interception().agreement().isEmpty(), Reason.NO_AGREEMENT));
    }

    /** Both the edition and the shop's signature have begun to hold. */
    private static Condition agreementHolds(Agreements agreements) {
        return that(
                Phrase.of(Asks.AGREEMENT_HOLDS),
                q -> {
                    InterceptionTerms terms = q.policy().interception();
                    Instant begins = agreements.begins(terms.agreement());
                    Instant from =
                            terms.agreedFrom() == null || terms.agreedFrom().isBefore(begins)
                                    ? begins
                                    : terms.agreedFrom();
                    return check(
                            !q.at().isBefore(from),
                            Reason.AGREEMENT_NOT_YET,
                            terms.agreement(),
                            from);
                });
    }

    private static Condition courierInAgreement(Agreements agreements) {
        return ofTheParcel(
                Asks.COURIER_IN_AGREEMENT,
                (q, parcel) -> {
                    String edition = q.policy().interception().agreement();
                    CourierCode courier = parcel.id().courier();
                    return check(
                            agreements.covers(edition, courier),
                            Reason.COURIER_NOT_IN_AGREEMENT,
                            courier,
                            edition);
                });
    }

    private static Condition platformWaybillEnabled() {
        return ofTheParcel(
                Asks.WAYBILL,
                (q, parcel) -> {
                    ParcelFacts.Shipment shipment = parcel.shipment();
                    CourierCode courier = parcel.id().courier();
                    return q.policy().interception().waybillCouriers().contains(courier)
                            ? check(
                                    shipment != null && shipment.platformWaybill(),
                                    Reason.OTHER_WAYBILL)
                            : failed(Reason.WAYBILL_NOT_ENABLED, courier);
                });
    }

    private static Condition notStoppedBefore(Agreements agreements) {
        return ofTheParcel(
                Asks.NOT_STOPPED,
                (q, parcel) -> {
                    CourierCode courier = parcel.id().courier();
                    return check(
                            !agreements.oncePerOrder().contains(courier)
                                    || !q.stoppedBefore().contains(courier),
                            Reason.STOPPED_ONCE,
                            courier);
                });
    }

    private static Condition notAskedBefore() {
        return ofTheParcel(
                Asks.NOT_ASKED,
                (q, parcel) -> check(!q.askedToStop().contains(parcel.id()), Reason.ASKED_BEFORE));
    }

    private static Condition ofTheParcel(
            Asks words, BiFunction<RefundQuestion, ParcelFacts, Answer> condition) {
        return that(
                Phrase.of(words),
                q -> {
                    List<ParcelFacts> parcels = q.order().deliveries();
                    return parcels.size() == 1
                            ? condition.apply(q, parcels.getFirst())
                            : failed(Reason.OTHER_NUMBER, parcels.size());
                });
    }
}
