package io.waybillguard.local.demo;

import static io.waybillguard.events.refund.CaseOutcome.REFUNDED;
import static io.waybillguard.events.refund.CaseOutcome.WITHDRAWN;
import static io.waybillguard.events.refund.Decision.APPROVE_RETURN;
import static io.waybillguard.events.refund.Decision.AUTO_REFUND;
import static io.waybillguard.events.refund.Decision.MANUAL;
import static io.waybillguard.events.refund.RefundKind.REFUND_ONLY;
import static io.waybillguard.events.refund.RefundKind.RETURN_AND_REFUND;
import static io.waybillguard.events.refund.RefundReason.LATE;
import static io.waybillguard.events.refund.RefundReason.NOT_SHIPPED;
import static io.waybillguard.events.refund.RefundReason.NOT_WANTED;
import static io.waybillguard.events.refund.RefundReason.QUALITY;
import static io.waybillguard.local.demo.Basket.CHERRIES;
import static io.waybillguard.local.demo.Basket.COAT;
import static io.waybillguard.local.demo.Basket.LAMP;
import static io.waybillguard.local.demo.Basket.PEARLS;
import static io.waybillguard.local.demo.Basket.SHIRT;
import static io.waybillguard.local.demo.Basket.SHOES;
import static io.waybillguard.local.demo.Basket.SOAP;
import static io.waybillguard.local.demo.Scenario.story;
import static io.waybillguard.local.demo.ShopStyle.CAREFUL;
import static io.waybillguard.local.demo.ShopStyle.GENEROUS;
import static io.waybillguard.local.demo.ShopStyle.LAVISH;
import static io.waybillguard.local.demo.Trips.backAgain;
import static io.waybillguard.local.demo.Trips.delivered;
import static io.waybillguard.local.demo.Trips.moving;

import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.GivenBy;
import io.waybillguard.events.refund.RefusalProof;
import java.util.List;
import java.util.stream.Stream;

/** Stories in which people act: goods that go back, requests that a person decides. */
final class ReturnScenarios {

    private ReturnScenarios() {}

    static List<Scenario> all() {
        return Stream.of(returned(), manual()).flatMap(List::stream).toList();
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
                story("pearls-are-not-automatic", 1, LAVISH, PEARLS)
                        .asks(REFUND_ONLY, NOT_WANTED, MANUAL, "automatic-cap")
                        .then(new Act.Agree())
                        .ends(REFUNDED),
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
}
