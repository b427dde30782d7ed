package io.waybillguard.local.demo;

import static io.waybillguard.events.refund.CaseOutcome.REFUNDED;
import static io.waybillguard.events.refund.CaseOutcome.RESHIPPED;
import static io.waybillguard.events.refund.Decision.MANUAL;
import static io.waybillguard.events.refund.RefundKind.REFUND_ONLY;
import static io.waybillguard.events.refund.RefundReason.DAMAGED;
import static io.waybillguard.events.refund.RefundReason.QUALITY;
import static io.waybillguard.local.demo.Basket.LAMP;
import static io.waybillguard.local.demo.Basket.MUGS;
import static io.waybillguard.local.demo.Basket.SHIRT;
import static io.waybillguard.local.demo.Scenario.story;
import static io.waybillguard.local.demo.ShopStyle.CAREFUL;
import static io.waybillguard.local.demo.Trips.delivered;
import static io.waybillguard.local.demo.Trips.moving;

import io.waybillguard.events.types.Money;
import java.util.List;

/** Stories in which the shop offers something else than what the buyer asked for. */
final class OfferScenarios {

    private OfferScenarios() {}

    static List<Scenario> all() {
        return List.of(
                story("part-of-the-money", 2, CAREFUL, SHIRT)
                        .travels(delivered("YTO"))
                        .asks(REFUND_ONLY, QUALITY, MANUAL, "otherwise")
                        .then(new Act.Offer(Money.yuan(45)), new Act.Accept())
                        .ends(REFUNDED),
                story("a-part-is-not-enough", 1, CAREFUL, LAMP)
                        .travels(delivered("ZTO"))
                        .asks(REFUND_ONLY, DAMAGED, MANUAL, "otherwise")
                        .then(new Act.Offer(Money.yuan(20)), new Act.Decline(), new Act.Agree())
                        .ends(REFUNDED),
                story("goods-once-more", 2, CAREFUL, MUGS)
                        .travels(delivered("STO"))
                        .asks(REFUND_ONLY, DAMAGED, MANUAL, "otherwise")
                        .then(
                                new Act.Offer(null),
                                new Act.Accept(),
                                new Act.ShipAgain(moving("JT")))
                        .ends(RESHIPPED));
    }
}
