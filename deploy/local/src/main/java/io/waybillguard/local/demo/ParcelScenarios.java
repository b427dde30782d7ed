package io.waybillguard.local.demo;

import static io.waybillguard.events.parcel.StallCause.DETOUR;
import static io.waybillguard.events.parcel.StallCause.SILENCE;
import static io.waybillguard.events.parcel.StallKind.AT_DELIVERY;
import static io.waybillguard.events.parcel.StallKind.IN_TRANSIT;
import static io.waybillguard.events.parcel.StallKind.NOT_COLLECTED;
import static io.waybillguard.local.demo.Basket.LAMP;
import static io.waybillguard.local.demo.Basket.MUGS;
import static io.waybillguard.local.demo.Basket.SHIRT;
import static io.waybillguard.local.demo.Basket.SHOES;
import static io.waybillguard.local.demo.Basket.SOAP;
import static io.waybillguard.local.demo.LineKind.ARRIVED;
import static io.waybillguard.local.demo.LineKind.AT_DESTINATION;
import static io.waybillguard.local.demo.LineKind.BACK_AT_HUB;
import static io.waybillguard.local.demo.LineKind.COLLECTED;
import static io.waybillguard.local.demo.LineKind.DELIVERY_FAILED;
import static io.waybillguard.local.demo.LineKind.DEPARTED;
import static io.waybillguard.local.demo.LineKind.ORDERED;
import static io.waybillguard.local.demo.LineKind.OUT_FOR_DELIVERY;
import static io.waybillguard.local.demo.LineKind.SIGNED;
import static io.waybillguard.local.demo.LineKind.STORED;
import static io.waybillguard.local.demo.Scenario.story;
import static io.waybillguard.local.demo.ShopStyle.CAREFUL;
import static io.waybillguard.local.demo.ShopStyle.GENEROUS;
import static io.waybillguard.local.demo.Trip.by;
import static io.waybillguard.local.demo.Trips.delivered;
import static io.waybillguard.local.demo.Trips.moving;
import static io.waybillguard.local.demo.Trips.start;
import static io.waybillguard.local.demo.Trips.stuckInTransit;

import java.util.List;
import java.util.stream.Stream;

/** Stories of parcels that nobody asks a refund for: undisturbed ones, and every kind of stall. */
final class ParcelScenarios {

    private ParcelScenarios() {}

    static List<Scenario> all() {
        return Stream.of(undisturbed(), stalled()).flatMap(List::stream).toList();
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
                story("goes-in-circles", 1, CAREFUL, SHOES)
                        .travels(
                                by(
                                        "YTO",
                                        21,
                                        COLLECTED.ago(20),
                                        DEPARTED.ago(18),
                                        ARRIVED.ago(15),
                                        BACK_AT_HUB.ago(11),
                                        ARRIVED.ago(7),
                                        BACK_AT_HUB.ago(3)))
                        .halts(IN_TRANSIT, DETOUR),
                story("delivery-failed", 2, GENEROUS, SHIRT)
                        .travels(by("YUNDA", 60, start(50, DELIVERY_FAILED.ago(25))))
                        .halts(AT_DELIVERY, SILENCE));
    }
}
