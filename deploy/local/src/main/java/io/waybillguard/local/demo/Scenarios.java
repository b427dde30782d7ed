package io.waybillguard.local.demo;

import static io.waybillguard.events.parcel.StallCause.PROBLEM;
import static io.waybillguard.events.parcel.StallCause.SILENCE;
import static io.waybillguard.events.parcel.StallKind.AFTER_PICKUP;
import static io.waybillguard.events.parcel.StallKind.AT_DELIVERY;
import static io.waybillguard.events.parcel.StallKind.IN_TRANSIT;
import static io.waybillguard.events.parcel.StallKind.NOT_COLLECTED;
import static io.waybillguard.events.parcel.StallLevel.SUSPECTED_LOST;
import static io.waybillguard.events.refund.CaseOutcome.REFUNDED;
import static io.waybillguard.events.refund.CaseOutcome.WITHDRAWN;
import static io.waybillguard.events.refund.Decision.APPROVE_RETURN;
import static io.waybillguard.events.refund.Decision.AUTO_REFUND;
import static io.waybillguard.events.refund.Decision.INTERCEPT;
import static io.waybillguard.events.refund.Decision.MANUAL;
import static io.waybillguard.events.refund.Decision.REJECT_THEN_REFUND;
import static io.waybillguard.events.refund.RefundKind.REFUND_ONLY;
import static io.waybillguard.events.refund.RefundKind.RETURN_AND_REFUND;
import static io.waybillguard.events.refund.RefundReason.DAMAGED;
import static io.waybillguard.events.refund.RefundReason.LATE;
import static io.waybillguard.events.refund.RefundReason.NOT_SHIPPED;
import static io.waybillguard.events.refund.RefundReason.NOT_WANTED;
import static io.waybillguard.events.refund.RefundReason.NO_MOVEMENT;
import static io.waybillguard.events.refund.RefundReason.QUALITY;
import static io.waybillguard.local.demo.Basket.CHERRIES;
import static io.waybillguard.local.demo.Basket.COAT;
import static io.waybillguard.local.demo.Basket.LAMP;
import static io.waybillguard.local.demo.Basket.MUGS;
import static io.waybillguard.local.demo.Basket.SHIRT;
import static io.waybillguard.local.demo.Basket.SHOES;
import static io.waybillguard.local.demo.Basket.SOAP;
import static io.waybillguard.local.demo.Basket.VOUCHER;
import static io.waybillguard.local.demo.LineKind.ARRIVED;
import static io.waybillguard.local.demo.LineKind.AT_DESTINATION;
import static io.waybillguard.local.demo.LineKind.COLLECTED;
import static io.waybillguard.local.demo.LineKind.DELIVERY_FAILED;
import static io.waybillguard.local.demo.LineKind.DEPARTED;
import static io.waybillguard.local.demo.LineKind.HELD;
import static io.waybillguard.local.demo.LineKind.ORDERED;
import static io.waybillguard.local.demo.LineKind.OUT_FOR_DELIVERY;
import static io.waybillguard.local.demo.LineKind.REFUSED;
import static io.waybillguard.local.demo.LineKind.RETURNED;
import static io.waybillguard.local.demo.LineKind.RETURNING;
import static io.waybillguard.local.demo.LineKind.SIGNED;
import static io.waybillguard.local.demo.LineKind.STORED;
import static io.waybillguard.local.demo.Scenario.story;
import static io.waybillguard.local.demo.ShopStyle.CAREFUL;
import static io.waybillguard.local.demo.ShopStyle.GENEROUS;
import static io.waybillguard.local.demo.ShopStyle.OLD_TERMS;
import static io.waybillguard.local.demo.ShopStyle.OWN_RULES;
import static io.waybillguard.local.demo.Trip.by;

import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.GivenBy;
import io.waybillguard.events.refund.RefusalProof;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every story that the demo plays. Between them they reach each row of the rule table and each kind
 * of stall under the platform's default thresholds.
 */
final class Scenarios {

    private Scenarios() {}

    static List<Scenario> all() {
        return Stream.of(undisturbed(), stalled(), unshipped(), shipped(), returned(), manual())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Scenario> undisturbed() {
        return List.of(
                story("delivered", 14, GENEROUS, SHIRT).travels(delivered("ZTO")),
                story("delivered-in-words", 6, CAREFUL, LAMP)
                        .travels(delivered("YTO").inWordsOnly()),
                story("on-the-way", 6, GENEROUS, SHOES).travels(moving("STO")),
                story("not-shipped-yet", 3, CAREFUL, MUGS),
                story("waits-in-station", 3, GENEROUS, MUGS)
                        .travels(by("YUNDA", 21, start(20, STORED.ago(1)))));
    }

    private static List<Scenario> stalled() {
        return List.of(
                story("never-collected", 2, GENEROUS, SHIRT)
                        .travels(by("ZTO", 25))
                        .halts(NOT_COLLECTED, SILENCE),
                story("ordered-then-collected-late", 2, GENEROUS, LAMP)
                        .travels(by("JT", 27, ORDERED.ago(26)))
                        .halts(NOT_COLLECTED, SILENCE)
                        .then(new Act.Move(List.of(COLLECTED))),
                story("stands-at-the-hub-then-moves", 3, GENEROUS, SHOES)
                        .travels(stuckInTransit("YTO"))
                        .halts(IN_TRANSIT, SILENCE)
                        .then(new Act.Move(List.of(ARRIVED, AT_DESTINATION))),
                story("forgotten-on-the-van", 2, GENEROUS, MUGS)
                        .travels(by("STO", 60, start(50, OUT_FOR_DELIVERY.ago(25))))
                        .halts(AT_DELIVERY, SILENCE)
                        .then(new Act.Move(List.of(SIGNED))),
                story("stays-at-the-branch", 1, CAREFUL, MUGS)
                        .travels(by("YTO", 60, start(58, AT_DESTINATION.ago(37))))
                        .halts(AT_DELIVERY, SILENCE),
                story("left-in-the-station", 1, CAREFUL, SOAP)
                        .travels(by("ZTO", 80, start(75, STORED.ago(50))))
                        .halts(AT_DELIVERY, SILENCE),
                story("delivery-failed", 2, GENEROUS, SHIRT)
                        .travels(by("YUNDA", 23, start(22, DELIVERY_FAILED.ago(2))))
                        .halts(AT_DELIVERY, PROBLEM));
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

    private static List<Scenario> shipped() {
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
                story("stalled-after-pickup", 4, GENEROUS, LAMP)
                        .travels(by("YUNDA", 32, COLLECTED.ago(30)))
                        .halts(AFTER_PICKUP, SILENCE)
                        .asks(REFUND_ONLY, NO_MOVEMENT, INTERCEPT, "intercept"),
                story("stalled-in-transit", 4, GENEROUS, SHIRT)
                        .travels(stuckInTransit("JD"))
                        .halts(IN_TRANSIT, SILENCE)
                        .asks(REFUND_ONLY, NO_MOVEMENT, INTERCEPT, "intercept"),
                story("broken-under-sixty", 2, OWN_RULES, MUGS)
                        .travels(delivered("ZTO"))
                        .asks(REFUND_ONLY, DAMAGED, AUTO_REFUND, "shop:damaged-under-60")
                        .ends(REFUNDED),
                story("spoiled-on-the-way", 2, OWN_RULES, CHERRIES)
                        .travels(stuckInTransit("YTO"))
                        .halts(IN_TRANSIT, SILENCE)
                        .asks(REFUND_ONLY, NO_MOVEMENT, AUTO_REFUND, "shop:fresh-stalled")
                        .ends(REFUNDED),
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

    private static List<Scenario> returned() {
        return List.of(
                story("seven-day-return", 4, GENEROUS, SHOES)
                        .travels(delivered("SF"))
                        .asks(RETURN_AND_REFUND, NOT_WANTED, APPROVE_RETURN, "seven-day")
                        .then(new Act.SendBack(GivenBy.BUYER, backAgain("YTO")), new Act.Confirm())
                        .ends(REFUNDED),
                story("return-on-its-way", 2, GENEROUS, COAT)
                        .travels(delivered("JD"))
                        .asks(RETURN_AND_REFUND, QUALITY, APPROVE_RETURN, "seven-day")
                        .then(new Act.SendBack(GivenBy.SHOP, moving("ZTO"))),
                story("return-of-a-lamp", 2, GENEROUS, LAMP)
                        .travels(delivered("ZTO"))
                        .asks(RETURN_AND_REFUND, QUALITY, APPROVE_RETURN, "post-ship-return")
                        .then(new Act.SendBack(GivenBy.SHOP, backAgain("STO")), new Act.Confirm())
                        .ends(REFUNDED),
                story("return-thought-better-of", 1, GENEROUS, LAMP)
                        .travels(delivered("YUNDA"))
                        .asks(RETURN_AND_REFUND, NOT_WANTED, APPROVE_RETURN, "post-ship-return")
                        .then(new Act.Withdraw())
                        .ends(WITHDRAWN));
    }

    private static List<Scenario> manual() {
        return List.of(
                story("twice-more-than-paid", 2, GENEROUS, SOAP)
                        .travels(moving("JT"))
                        .asks(REFUND_ONLY, 1_200, LATE, AUTO_REFUND, "small-amount")
                        .asks(REFUND_ONLY, 1_200, LATE, MANUAL, "over-refund")
                        .then(new Act.Refuse(null))
                        .ends(CaseOutcome.REFUSED),
                story("careful-shop-agrees", 2, CAREFUL, SHIRT)
                        .asks(REFUND_ONLY, NOT_SHIPPED, MANUAL, "otherwise")
                        .then(new Act.Agree())
                        .ends(REFUNDED),
                story("careful-shop-refuses", 1, CAREFUL, CHERRIES)
                        .travels(delivered("SF"))
                        .asks(REFUND_ONLY, QUALITY, MANUAL, "otherwise")
                        .then(new Act.Refuse(RefusalProof.Kind.BUYER_SIGNED))
                        .ends(CaseOutcome.REFUSED),
                story("buyer-waits-after-all", 1, CAREFUL, LAMP)
                        .travels(moving("YTO"))
                        .asks(REFUND_ONLY, LATE, MANUAL, "otherwise")
                        .then(new Act.Withdraw())
                        .ends(WITHDRAWN));
    }

    private static Scenario rejected(String name, String courier) {
        return story(name, 2, GENEROUS, SHIRT)
                .travels(by(courier, 21, start(20, OUT_FOR_DELIVERY.ago(2))))
                .asks(REFUND_ONLY, NOT_WANTED, REJECT_THEN_REFUND, "reject-then-refund");
    }

    private static Trip delivered(String courier) {
        return by(courier, 21, start(20, OUT_FOR_DELIVERY.ago(4), SIGNED.ago(2)));
    }

    private static Trip backAgain(String courier) {
        return by(
                courier, 19, COLLECTED.ago(18), DEPARTED.ago(14), ARRIVED.ago(6), SIGNED.ago(0.5));
    }

    private static Trip moving(String courier) {
        return by(courier, 21, start(20));
    }

    private static Trip stuckInTransit(String courier) {
        return by(courier, 62, COLLECTED.ago(60), DEPARTED.ago(50));
    }

    private static Trip lost(String courier) {
        return by(courier, 150, COLLECTED.ago(145), DEPARTED.ago(140), ARRIVED.ago(130));
    }

    /** Collected {@code hours} ago; at the receiver's hub after a fifth of that time. */
    private static TripLine[] start(double hours, TripLine... rest) {
        Stream<TripLine> first =
                Stream.of(
                        COLLECTED.ago(hours), DEPARTED.ago(hours * 0.9), ARRIVED.ago(hours * 0.8));
        return Stream.concat(first, Stream.of(rest)).toArray(TripLine[]::new);
    }
}
