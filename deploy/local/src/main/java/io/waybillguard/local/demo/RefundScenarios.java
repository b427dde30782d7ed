package io.waybillguard.local.demo;

import static io.waybillguard.events.parcel.StallCause.PROBLEM;
import static io.waybillguard.events.parcel.StallCause.SILENCE;
import static io.waybillguard.events.parcel.StallKind.AFTER_PICKUP;
import static io.waybillguard.events.parcel.StallKind.IN_TRANSIT;
import static io.waybillguard.events.parcel.StallLevel.SUSPECTED_LOST;
import static io.waybillguard.events.refund.CaseOutcome.REFUNDED;
import static io.waybillguard.events.refund.Decision.AUTO_REFUND;
import static io.waybillguard.events.refund.Decision.INTERCEPT;
import static io.waybillguard.events.refund.Decision.REJECT_THEN_REFUND;
import static io.waybillguard.events.refund.RefundKind.REFUND_ONLY;
import static io.waybillguard.events.refund.RefundReason.DAMAGED;
import static io.waybillguard.events.refund.RefundReason.LATE;
import static io.waybillguard.events.refund.RefundReason.NOT_SHIPPED;
import static io.waybillguard.events.refund.RefundReason.NOT_WANTED;
import static io.waybillguard.events.refund.RefundReason.NO_MOVEMENT;
import static io.waybillguard.local.demo.Basket.CHERRIES;
import static io.waybillguard.local.demo.Basket.COAT;
import static io.waybillguard.local.demo.Basket.LAMP;
import static io.waybillguard.local.demo.Basket.MUGS;
import static io.waybillguard.local.demo.Basket.SHIRT;
import static io.waybillguard.local.demo.Basket.SHOES;
import static io.waybillguard.local.demo.Basket.VOUCHER;
import static io.waybillguard.local.demo.LineKind.COLLECTED;
import static io.waybillguard.local.demo.LineKind.DEPARTED;
import static io.waybillguard.local.demo.LineKind.HELD;
import static io.waybillguard.local.demo.LineKind.OUT_FOR_DELIVERY;
import static io.waybillguard.local.demo.LineKind.REFUSED;
import static io.waybillguard.local.demo.LineKind.RETURNED;
import static io.waybillguard.local.demo.LineKind.RETURNING;
import static io.waybillguard.local.demo.LineKind.SIGNED;
import static io.waybillguard.local.demo.Scenario.story;
import static io.waybillguard.local.demo.ShopStyle.GENEROUS;
import static io.waybillguard.local.demo.ShopStyle.OLD_TERMS;
import static io.waybillguard.local.demo.ShopStyle.OWN_RULES;
import static io.waybillguard.local.demo.Trip.by;
import static io.waybillguard.local.demo.Trips.delivered;
import static io.waybillguard.local.demo.Trips.lost;
import static io.waybillguard.local.demo.Trips.moving;
import static io.waybillguard.local.demo.Trips.start;
import static io.waybillguard.local.demo.Trips.stuckInTransit;

import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.RefusalProof;
import java.util.List;
import java.util.stream.Stream;

/** Stories in which the first answer decides: before and after shipping, row by row. */
final class RefundScenarios {

    private RefundScenarios() {}

    static List<Scenario> all() {
        return Stream.of(unshipped(), settledAtOnce(), intercepted(), rejectedThenRefunded())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Scenario> unshipped() {
        return List.of(
                story("fast-refund", 5, GENEROUS, SHIRT)
                        .asks(REFUND_ONLY, NOT_WANTED, AUTO_REFUND, "fast-refund")
                        .ends(REFUNDED),
                story("dear-coat-before-shipping", 2, GENEROUS, COAT)
                        .asks(REFUND_ONLY, NOT_SHIPPED, AUTO_REFUND, "pre-ship-agree")
                        .ends(REFUNDED),
                story("voucher-not-wanted", 2, OLD_TERMS, VOUCHER)
                        .asks(REFUND_ONLY, NOT_WANTED, AUTO_REFUND, "pre-ship-agree")
                        .ends(REFUNDED));
    }

    private static List<Scenario> settledAtOnce() {
        return List.of(
                story("small-amount", 3, GENEROUS, LAMP)
                        .travels(moving("JT"))
                        .asks(REFUND_ONLY, 990, LATE, AUTO_REFUND, "small-amount")
                        .ends(REFUNDED),
                story("refused-at-the-door", 2, GENEROUS, SHOES)
                        .travels(by("SF", 21, start(20, REFUSED.ago(1))))
                        .asks(REFUND_ONLY, NOT_WANTED, AUTO_REFUND, "already-back")
                        .ends(REFUNDED),
                story("back-at-the-shop", 2, GENEROUS, SHIRT)
                        .travels(
                                by(
                                        "YTO",
                                        21.5,
                                        start(
                                                21,
                                                REFUSED.ago(6),
                                                RETURNING.ago(5),
                                                RETURNED.ago(1))))
                        .asks(REFUND_ONLY, NOT_WANTED, AUTO_REFUND, "already-back")
                        .ends(REFUNDED),
                story("lost", 3, GENEROUS, SHOES)
                        .travels(lost("STO"))
                        .halts(IN_TRANSIT, SILENCE, SUSPECTED_LOST)
                        .asks(REFUND_ONLY, NO_MOVEMENT, AUTO_REFUND, "lost-in-transit")
                        .ends(REFUNDED),
                story("broken-under-sixty", 2, OWN_RULES, MUGS)
                        .travels(delivered("ZTO"))
                        .asks(REFUND_ONLY, DAMAGED, AUTO_REFUND, "shop:damaged-under-60")
                        .ends(REFUNDED),
                story("spoiled-on-the-way", 2, OWN_RULES, CHERRIES)
                        .travels(stuckInTransit("YTO"))
                        .halts(IN_TRANSIT, SILENCE)
                        .asks(REFUND_ONLY, NO_MOVEMENT, AUTO_REFUND, "shop:fresh-stalled")
                        .ends(REFUNDED));
    }

    private static List<Scenario> intercepted() {
        return List.of(
                story("lost-past-the-cap", 1, GENEROUS, COAT)
                        .travels(lost("ZTO"))
                        .halts(IN_TRANSIT, SILENCE, SUSPECTED_LOST)
                        .asks(REFUND_ONLY, NO_MOVEMENT, INTERCEPT, "intercept"),
                story("intercept-on-the-way", 5, GENEROUS, SHIRT)
                        .travels(moving("ZTO"))
                        .asks(REFUND_ONLY, NOT_WANTED, INTERCEPT, "intercept"),
                story("intercept-on-the-way-in-words", 3, OLD_TERMS, SHOES)
                        .travels(moving("STO").inWordsOnly())
                        .asks(REFUND_ONLY, NOT_WANTED, INTERCEPT, "intercept"),
                story("intercept-at-sf", 2, GENEROUS, SHOES)
                        .travels(moving("SF"))
                        .asks(REFUND_ONLY, NOT_WANTED, INTERCEPT, "intercept"),
                story("stalled-after-pickup", 4, GENEROUS, LAMP)
                        .travels(by("YUNDA", 32, COLLECTED.ago(30)))
                        .halts(AFTER_PICKUP, SILENCE)
                        .asks(REFUND_ONLY, NO_MOVEMENT, INTERCEPT, "intercept"),
                story("stalled-in-transit", 4, GENEROUS, SHIRT)
                        .travels(stuckInTransit("JD"))
                        .halts(IN_TRANSIT, SILENCE)
                        .asks(REFUND_ONLY, NO_MOVEMENT, INTERCEPT, "intercept"));
    }

    private static List<Scenario> rejectedThenRefunded() {
        return List.of(
                rejected("refused-after-the-request", "JT")
                        .then(new Act.Move(List.of(REFUSED)))
                        .ends(REFUNDED),
                rejected("signed-after-the-request", "SF").then(new Act.Move(List.of(SIGNED))),
                rejected("recall-agreed", "YTO").then(new Act.Agree()).ends(REFUNDED),
                rejected("recall-failed", "STO")
                        .then(new Act.Refuse(RefusalProof.Kind.RECALL_FAILED))
                        .ends(CaseOutcome.REFUSED),
                story("held-on-the-way", 2, GENEROUS, LAMP)
                        .travels(by("EMS", 21, COLLECTED.ago(20), DEPARTED.ago(14), HELD.ago(2)))
                        .halts(IN_TRANSIT, PROBLEM)
                        .asks(REFUND_ONLY, NO_MOVEMENT, REJECT_THEN_REFUND, "reject-then-refund"),
                story("courier-not-in-the-agreement", 2, OLD_TERMS, SHIRT)
                        .travels(moving("YUNDA"))
                        .asks(REFUND_ONLY, LATE, REJECT_THEN_REFUND, "reject-then-refund"),
                story("two-parcels", 2, GENEROUS, COAT)
                        .travels(moving("ZTO"), moving("YTO"))
                        .asks(REFUND_ONLY, LATE, REJECT_THEN_REFUND, "reject-then-refund"));
    }

    private static Scenario rejected(String name, String courier) {
        return story(name, 2, GENEROUS, SHIRT)
                .travels(by(courier, 21, start(20, OUT_FOR_DELIVERY.ago(2))))
                .asks(REFUND_ONLY, NOT_WANTED, REJECT_THEN_REFUND, "reject-then-refund");
    }
}
