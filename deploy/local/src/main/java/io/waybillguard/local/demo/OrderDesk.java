package io.waybillguard.local.demo;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.order.OrderLine;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The order service, as platform, shops and buyers speak to it. */
final class OrderDesk {

    /**
     * Answers after which the same call is made again: not yet known there, or not now. A repeat of
     * what was done is answered as the first time.
     */
    private static final List<Integer> TRY_AGAIN = List.of(404, 409, 425, 429, 500, 502, 503, 504);

    private static final int ATTEMPTS = 12;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Wire wire;
    private final URI base;
    private final Map<String, String> headers;

    OrderDesk(Wire wire, URI base, String token) {
        this.wire = wire;
        this.base = base;
        this.headers =
                Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json");
    }

    void setPolicy(ShopPolicy policy) throws InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("refunds", policy.refunds());
        body.put("interception", policy.interception());
        body.put("rules", policy.rules());
        body.put("notices", policy.notices());
        say("PUT", "/shops/" + policy.shopId() + "/policy", body);
    }

    void place(OrderId order, ShopId shop, BuyerId buyer, Basket basket, Region to)
            throws InterruptedException {
        OrderLine line =
                new OrderLine(
                        basket.sku(),
                        basket.title(),
                        basket.category(),
                        1,
                        basket.price(),
                        basket.traits());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("orderId", order);
        body.put("shopId", shop);
        body.put("buyerId", buyer);
        body.put("platform", "demo");
        body.put("amountFen", basket.price().fen());
        body.put("lines", List.of(asAsked(line)));
        body.put("destination", to);
        body.put("crossBorder", false);
        say("POST", "/orders", body);
    }

    void pay(OrderId order, Money paid) throws InterruptedException {
        say("POST", "/orders/" + order + "/payment", Map.of("paidFen", paid.fen()));
    }

    void ship(OrderId order, ParcelId parcel, boolean platformWaybill, Instant at)
            throws InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("courier", parcel.courier());
        body.put("waybill", parcel.waybill());
        body.put("platformWaybill", platformWaybill);
        body.put("shippedAt", at.toString());
        say("POST", "/orders/" + order + "/shipments", body);
    }

    void ask(OrderId order, RefundId refund, Ask ask) throws InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("refundId", refund);
        body.put("kind", ask.kind());
        body.put("amountFen", ask.amount().fen());
        body.put("reason", ask.reason());
        say("POST", "/orders/" + order + "/refunds", body);
    }

    /** What the buyer or the shop does about a request. */
    void about(RefundId refund, String what, Map<String, ?> body) throws InterruptedException {
        say("POST", "/refunds/" + refund + "/" + what, body);
    }

    /**
     * Says it until it is taken.
     *
     * @throws StoryBroken when it is not
     */
    private void say(String method, String path, Map<String, ?> body) throws InterruptedException {
        String text = EventJson.mapper().writeValueAsString(body);
        URI uri = URI.create(base + path);
        Duration pause = FIRST_PAUSE;
        String last = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Wire.Reply reply = wire.call(method, uri, headers, text);
                if (reply.isGood()) {
                    return;
                }
                last = reply.inShort();
                if (!TRY_AGAIN.contains(reply.status())) {
                    break;
                }
            } catch (IOException e) {
                last = e.getClass().getSimpleName();
            }
            Thread.sleep(pause);
            pause = longer(pause);
        }
        throw new StoryBroken(method + " " + path + " was answered with " + last);
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private static Map<String, Object> asAsked(OrderLine line) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("sku", line.sku());
        body.put("title", line.title());
        body.put("category", line.category());
        body.put("quantity", line.quantity());
        body.put("unitPriceFen", line.unitPrice().fen());
        body.put("traits", line.traits());
        return body;
    }
}
