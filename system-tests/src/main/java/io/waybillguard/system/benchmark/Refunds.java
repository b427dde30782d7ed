package io.waybillguard.system.benchmark;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.order.OrderEvent;
import io.waybillguard.events.order.OrderEvent.OrderPaid;
import io.waybillguard.events.order.OrderEvent.OrderPlaced;
import io.waybillguard.events.order.OrderEvent.OrderShipped;
import io.waybillguard.events.order.OrderLine;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Seeded orders of many shops, half of them shipped, and one refund request for each: two of three
 * ask for the money alone.
 */
final class Refunds {

    private static final int SHOPS = 200;
    private static final double SHIPPED = 0.5;
    private static final double RETURNING = 0.33;

    private final long seed;
    private final Instant start;

    Refunds(long seed, Instant start) {
        this.seed = seed;
        this.start = start;
    }

    /** The events of the order of that number. */
    List<OrderEvent> order(int number) {
        Random its = new Random(seed + number);
        OrderId order = new OrderId("o-" + number);
        ShopId shop = new ShopId("shop-" + number % SHOPS);
        BuyerId buyer = new BuyerId("b-" + number);
        Money amount = Money.fen(500 + its.nextInt(60_000));
        OrderPlaced placed =
                new OrderPlaced(
                        order,
                        shop,
                        buyer,
                        "kuaishou",
                        amount,
                        List.of(new OrderLine("sku", "a thing", "toys", 1, amount, Set.of())),
                        new Region("浙江", "杭州"),
                        false,
                        start);
        OrderPaid paid = new OrderPaid(order, amount, start.plusSeconds(5));
        if (its.nextDouble() > SHIPPED) {
            return List.of(placed, paid);
        }
        OrderShipped shipped =
                new OrderShipped(
                        order,
                        shop,
                        buyer,
                        ParcelId.of("ZTO", "ZTO" + (8_000_000_000L + number)),
                        "kuaishou",
                        "",
                        new Region("浙江", "杭州"),
                        true,
                        start.plus(Duration.ofHours(5)));
        return List.of(placed, paid, shipped);
    }

    /** The request about the order of that number. */
    RefundRequested request(int number, Instant at) {
        Random its = new Random(seed - number);
        OrderPlaced placed = (OrderPlaced) order(number).getFirst();
        return new RefundRequested(
                placed.orderId(),
                new RefundId("r-" + number),
                its.nextDouble() < RETURNING
                        ? RefundKind.RETURN_AND_REFUND
                        : RefundKind.REFUND_ONLY,
                placed.amount(),
                RefundReason.NOT_WANTED,
                List.of(),
                at);
    }

    /** An event as a record of its topic. */
    static <V> ProducerRecord<byte[], byte[]> record(Topic<V> topic, V event) {
        return new ProducerRecord<>(
                topic.name(),
                topic.keyFor(event).getBytes(StandardCharsets.UTF_8),
                EventJson.write(event));
    }

    /** A request as a record. */
    ProducerRecord<byte[], byte[]> requestRecord(int number, Instant at) {
        return record(Topics.AFTERSALES_REQUESTS, request(number, at));
    }
}
