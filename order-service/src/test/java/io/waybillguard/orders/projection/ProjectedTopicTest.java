package io.waybillguard.orders.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.order.OrderEvent;
import io.waybillguard.events.order.OrderEvent.OrderPaid;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectedTopicTest {
    private static final Instant NOON = Instant.parse("2026-11-11T04:00:00Z");
    private static final byte[] PAID =
            EventJson.write(new OrderPaid(new OrderId("o-1"), Money.yuan(1), NOON));

    @Test
    void anEventThatNoRowsCanBeMadeOfIsPutAsideAndNotThrown() {
        ProjectedTopic<OrderEvent> overflows =
                new ProjectedTopic<>(
                        Topics.ORDERS,
                        _ -> {
                            throw new ArithmeticException("long overflow");
                        });
        assertThat(overflows.translate(null, PAID))
                .isEqualTo(new Translated.Unreadable("not-storable", "ArithmeticException"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z"})
    void anEventAtTheEndsOfTimeIsPutAside(String at) {
        String event =
                "{\"type\":\"order.paid.v1\",\"orderId\":\"o-1\",\"paid\":1,\"at\":\"" + at + "\"}";
        assertThat(
                        orders().translate(
                                        null,
                                        event.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Translated.Unreadable.class,
                        aside -> assertThat(aside.reason()).isEqualTo("invalid"));
    }

    private static ProjectedTopic<OrderEvent> orders() {
        return new ProjectedTopic<>(Topics.ORDERS, OrderRows::of);
    }

    @Test
    void whatIsReadAgainFromNothingReachesBackOverEverythingThatIsOpen() {
        List<String> tooShort =
                ProjectedTopic.all().stream()
                        .map(ProjectedTopic::topic)
                        .filter(topic -> !topic.isCompacted())
                        .filter(topic -> !topic.equals(Topics.PARCEL_SCANS))
                        .filter(topic -> !topic.equals(Topics.NOTICE_RECEIPTS))
                        .filter(topic -> Topics.OPEN_AT_MOST.compareTo(topic.retention()) > 0)
                        .map(topic -> topic.name())
                        .toList();
        assertThat(tooShort).isEmpty();
    }
}
