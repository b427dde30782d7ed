package io.waybillguard.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdersApiTest extends RunningService {

    @Test
    void anOrderGoesItsWayAndEveryAnswerShowsTheNewState() {
        String id = fresh("o-");
        Answer placed = post(SHOP_1, "/orders", order(id, "shop-1"));
        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.raw().headers().firstValue("Location")).hasValue("/orders/" + id);
        assertThat(placed.text("/state")).isEqualTo("PLACED");
        assertThat(placed.text("/destination/province")).isEqualTo("浙江");
        assertThat(placed.text("/lines/0/title")).isEqualTo("一个杯子");

        Answer paid = post(PLATFORM, "/orders/" + id + "/payment", "{\"paidFen\": 9900}");
        assertThat(paid.text("/state")).isEqualTo("PAID");
        assertThat(paid.body().at("/paidFen").asLong()).isEqualTo(9900);

        Answer shipped = post(SHOP_1, "/orders/" + id + "/shipments", shipment("7350001"));
        assertThat(shipped.text("/state")).isEqualTo("SHIPPED");
        assertThat(shipped.text("/parcels/0/courier")).isEqualTo("ZTO");
        assertThat(shipped.text("/parcels/0/role")).isEqualTo("DELIVERY");

        Answer cancelled = send(SHOP_1, "DELETE", "/orders/" + id + "/shipments/ZTO/7350001", null);
        assertThat(cancelled.text("/state")).isEqualTo("PAID");
        assertThat(cancelled.body().at("/parcels/0/cancelledAt").isMissingNode()).isFalse();

        post(SHOP_1, "/orders/" + id + "/shipments", shipment("7350002"));
        Answer received = post(PLATFORM, "/orders/" + id + "/receipt", null);
        assertThat(received.text("/state")).isEqualTo("RECEIVED");

        Answer closed = post(SHOP_1, "/orders/" + id + "/closure", "{\"reason\": \"REFUNDED\"}");
        assertThat(closed.text("/state")).isEqualTo("CLOSED");
        assertThat(get(SHOP_1, "/orders/" + id).body()).isEqualTo(closed.body());
    }

    @Test
    void theSameCommandAgainIsAnsweredAndSaysNothing() {
        String id = aShippedOrder("7350003");
        post(PLATFORM, "/orders/" + id + "/receipt", null);
        long before = published();
        for (Answer repeat :
                new Answer[] {
                    post(SHOP_1, "/orders", order(id, "shop-1")),
                    post(PLATFORM, "/orders/" + id + "/payment", "{\"paidFen\": 9900}"),
                    post(SHOP_1, "/orders/" + id + "/shipments", shipment("7350003")),
                    post(PLATFORM, "/orders/" + id + "/receipt", null)
                }) {
            assertThat(repeat.status()).isEqualTo(200);
            assertThat(repeat.text("/state")).isEqualTo("RECEIVED");
        }
        assertThat(published()).isEqualTo(before);
    }

    @Test
    void theSameIdWithAnotherBodyIsAConflict() {
        String id = aShippedOrder("7350004");
        String other = order(id, "shop-1").replace("9900", "9800");
        isProblem(post(SHOP_1, "/orders", other), 409, "order-id-taken");
        isProblem(
                post(PLATFORM, "/orders/" + id + "/payment", "{\"paidFen\": 1}"),
                409,
                "paid-differently");
        isProblem(
                post(
                        SHOP_1,
                        "/orders/" + id + "/shipments",
                        shipment("7350004").replace("true", "false")),
                409,
                "shipped-differently");
    }

    @Test
    void aWrongStateIsAConflictAndAnUnknownOrderIsNotFound() {
        String id = fresh("o-");
        isProblem(get(SHOP_1, "/orders/" + id), 404, "order-unknown");
        isProblem(
                post(PLATFORM, "/orders/" + id + "/payment", "{\"paidFen\": 1}"),
                404,
                "order-unknown");
        post(SHOP_1, "/orders", order(id, "shop-1"));
        isProblem(
                post(SHOP_1, "/orders/" + id + "/shipments", shipment("1")), 409, "order-not-paid");
        isProblem(post(PLATFORM, "/orders/" + id + "/receipt", null), 409, "order-not-shipped");
        isProblem(
                send(SHOP_1, "DELETE", "/orders/" + id + "/shipments/ZTO/1", null),
                404,
                "parcel-unknown");
        isProblem(
                send(SHOP_1, "DELETE", "/orders/" + id + "/shipments/%20/1", null),
                404,
                "parcel-unknown");
        isProblem(get(SHOP_1, "/nothing-here"), 404, "no-such-resource");
    }

    @Test
    void aShipmentMayBeToldLateButNotAhead() {
        String id = aPaidOrder();
        Instant past = Instant.now().minus(Duration.ofDays(3));
        String path = "/orders/" + id + "/shipments";
        Answer shipped = post(SHOP_1, path, shippedAt("7350005", past));
        assertThat(shipped.status()).isEqualTo(200);
        assertThat(Instant.parse(shipped.text("/parcels/0/shippedAt")))
                .isEqualTo(past.truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
        assertThat(post(SHOP_1, path, shippedAt("7350005", past)).status()).isEqualTo(200);
        Instant ahead = Instant.now().plus(Duration.ofMinutes(10));
        isProblem(post(SHOP_1, path, shippedAt("7350006", ahead)), 400, "shipped-in-future");
        for (Instant absurd : new Instant[] {Instant.EPOCH, Instant.MIN}) {
            isProblem(post(SHOP_1, path, shippedAt("7350006", absurd)), 400, "shipped-long-ago");
        }
    }

    private static String shippedAt(String waybill, Instant at) {
        return """
        {"courier": "ZTO", "waybill": "%s", "platformWaybill": true, "shippedAt": "%s"}
        """
                .formatted(waybill, at);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "shopId": "shop-1"                | "shopId": "a shop"                   | shopId
                    "amountFen": 9900                 | "amountFen": -1                      | amountFen
                    "amountFen": 9900                 | "amountFen": "many"                  | amountFen
                    "quantity": 1                     | "quantity": 0                        | lines[0].quantity
                    "amountFen": 9900                 | "amountFen": 1.9                     | amountFen
                    "unitPriceFen": 9900,             | ''                                   | lines[0].unitPriceFen
                    "crossBorder": false              | "crosBorder": false                  | crosBorder
                    "quantity": 1                     | "quantity": 1.0                      | lines[0].quantity
                    一个杯子                           | a\\u0000b                            | lines[0].title
                    一个杯子                           | \\ud83d                              | lines[0].title
                    "SEVEN_DAY_RETURN"                | "NO_SUCH_TRAIT"                      | lines[0].traits[0]
                    "province": "浙江省"               | "province": ""                       | destination.province
                    """)
    void aFieldThatIsNotValidIsNamed(String valid, String invalid, String field) {
        String body = order(fresh("o-"), "shop-1").replace(valid, invalid);
        Answer answer = post(SHOP_1, "/orders", body);
        isProblem(answer, 400, "invalid");
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
        assertThat(answer.text("/errors/0/message")).isNotEmpty();
    }

    @Test
    void whatIsNotJsonIsInvalid() {
        isProblem(post(SHOP_1, "/orders", "{"), 400, "invalid");
        isProblem(post(SHOP_1, "/orders", "[]"), 400, "invalid");
    }

    @Test
    void ordersComeInPagesTheLatestFirst() {
        String first = aPaidOrder();
        String second = aPaidOrder();
        Answer page = get(SHOP_1, "/orders?size=2");
        assertThat(page.text("/items/0/orderId")).isEqualTo(second);
        assertThat(page.text("/items/1/orderId")).isEqualTo(first);
        assertThat(page.body().at("/size").asInt()).isEqualTo(2);
        assertThat(page.body().at("/total").asLong()).isGreaterThanOrEqualTo(2);
        Answer next = get(SHOP_1, "/orders?size=1&page=1");
        assertThat(next.text("/items/0/orderId")).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "/orders?size=0, size",
        "/orders?size=201, size",
        "/orders?page=-1, page",
        "/orders?page=x, page",
        "/stalls?kind=NOTHING, kind",
        "/stalls?level=NOTHING, level",
        "/stalls?cause=NOTHING, cause",
        "/stalls?active=perhaps, active",
        "/refunds?state=NOTHING, state",
        "/refunds?decision=NOTHING, decision"
    })
    void aFilterThatIsNotKnownIsInvalid(String path, String field) {
        Answer answer = get(SHOP_1, path);
        isProblem(answer, 400, "invalid");
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    }
}
