package io.waybillguard.aftersales.trial;

import io.waybillguard.aftersales.access.Caller;
import io.waybillguard.aftersales.backtest.Foreseen;
import io.waybillguard.aftersales.backtest.Recorded;
import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.aftersales.refund.RefundDesk;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.types.ShopId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** What would be decided for given facts: there is no case afterwards, and nothing is sent. */
@RestController
class ExplainController {

    private final RefundDesk desk;
    private final ShopsPolicy policies;
    private final Clock clock = Clock.systemUTC();

    ExplainController(RefundDesk desk, ShopsPolicy policies) {
        this.desk = desk;
        this.policies = policies;
    }

    @PostMapping(path = "/decisions/explain", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] explain(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, HttpServletRequest request)
            throws IOException {
        GivenFacts given = Documents.read(request.getInputStream(), GivenFacts.class);
        if (!caller.sees(given.order().shopId())) {
            throw TurnedAwayException.otherShop();
        }
        Instant now = clock.instant();
        return EventJson.write(
                Foreseen.of(
                        desk,
                        facts(given, now),
                        given.requested(now),
                        policy(given),
                        given.buyerRefunds(now),
                        given.at(now)));
    }

    private ShopPolicy policy(GivenFacts given) {
        ShopId shop = given.order().shopId();
        ShopPolicy candidate = given.policy();
        if (candidate == null) {
            return policies.held(shop);
        }
        if (!candidate.shopId().equals(shop)) {
            throw new InvalidInputException("policy.shopId", "is not the order's shop");
        }
        return candidate;
    }

    private static OrderFacts facts(GivenFacts given, Instant now) {
        OrderFacts facts = OrderFacts.unknown(given.order().orderId());
        for (Object event : given.events(now)) {
            facts =
                    switch (Recorded.of(now, event).input()) {
                        case Recorded.Input.OfOrder(var order) -> facts.with(order);
                        case Recorded.Input.OfParcel(var milestone) -> facts.with(milestone);
                        case Recorded.Input.OfStall(var stall) -> facts.with(stall);
                        case Recorded.Input.OfPeople _,
                                Recorded.Input.OfCourier _,
                                Recorded.Input.OfBook _,
                                Recorded.Input.OfPayment _ ->
                                facts;
                    };
        }
        return facts;
    }
}
