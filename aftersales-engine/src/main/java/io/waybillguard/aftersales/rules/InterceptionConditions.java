package io.waybillguard.aftersales.rules;

import static io.waybillguard.aftersales.rules.Condition.check;

import io.waybillguard.aftersales.order.ParcelFacts;
import io.waybillguard.events.order.GoodsTrait;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.policy.InterceptionTerms;
import io.waybillguard.events.types.CourierCode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What must hold for an interception (物流拦截), each by its name. */
final class InterceptionConditions {

    private static final Set<Stage> STOPPABLE =
            EnumSet.of(Stage.COLLECTED, Stage.IN_TRANSIT, Stage.AT_DESTINATION);

    private InterceptionConditions() {}

    static List<Condition> all(Limits limits, Agreements agreements) {
        return List.of(
                RequestConditions.refundOnly(),
                OrderConditions.shipped(),
                OrderConditions.exactlyOneParcel(),
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
        return ofTheParcel(parcel ->
                q -> check(STOPPABLE.contains(parcel.stage()), "the parcel is " + parcel.stage()));
    }

    private static Condition shopInNormalOperation() {
        return q ->
                check(
                        q.policy().interception().normalOperation(),
                        "the shop is not in normal operation");
    }

    private static Condition agreementSigned() {
        return q ->
                check(
                        !q.policy().interception().agreement().isEmpty(),
                        "the shop has not signed an interception agreement");
    }

    /** Both the edition and the shop's signature have begun to hold. */
    private static Condition agreementHolds(Agreements agreements) {
        return q -> {
            InterceptionTerms terms = q.policy().interception();
            Instant begins = agreements.begins(terms.agreement());
            Instant from =
                    terms.agreedFrom() == null || terms.agreedFrom().isBefore(begins)
                            ? begins
                            : terms.agreedFrom();
            return check(
                    !q.at().isBefore(from),
                    "the agreement " + terms.agreement() + " does not hold before " + from);
        };
    }

    private static Condition courierInAgreement(Agreements agreements) {
        return ofTheParcel(parcel ->
                q -> {
                    String edition = q.policy().interception().agreement();
                    CourierCode courier = parcel.id().courier();
                    return check(
                            agreements.covers(edition, courier),
                            courier + " is not in the agreement " + edition);
                });
    }

    private static Condition platformWaybillEnabled() {
        return ofTheParcel(parcel ->
                q -> {
                    ParcelFacts.Shipment shipment = parcel.shipment();
                    CourierCode courier = parcel.id().courier();
                    boolean enabled = q.policy().interception().waybillCouriers().contains(courier);
                    return check(
                            enabled && shipment != null && shipment.platformWaybill(),
                            enabled
                                    ? "the waybill is not the platform's own"
                                    : courier + "'s platform e-waybill is not enabled");
                });
    }

    private static Condition notStoppedBefore(Agreements agreements) {
        return ofTheParcel(parcel ->
                q -> {
                    CourierCode courier = parcel.id().courier();
                    return check(
                            !agreements.oncePerOrder().contains(courier)
                                    || !q.stoppedBefore().contains(courier),
                            courier + " stops one parcel an order, and did");
                });
    }

    private static Condition notAskedBefore() {
        return ofTheParcel(parcel ->
                q ->
                        check(
                                !q.askedToStop().contains(parcel.id()),
                                "the courier was already asked to stop the parcel"));
    }

    private static Condition ofTheParcel(Function<ParcelFacts, Condition> condition) {
        return q -> {
            List<ParcelFacts> parcels = q.order().deliveries();
            return parcels.size() == 1
                    ? condition.apply(parcels.getFirst()).ask(q)
                    : check(false, "the order has " + parcels.size() + " parcels, not one");
        };
    }
}
