package io.waybillguard.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.order.OrderEvent;
import io.waybillguard.events.order.OrderEvent.OrderPaid;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class EventSerializerTest {

    private static final OrderPaid PAID =
            new OrderPaid(
                    new OrderId("o-1"), Money.yuan(25), Instant.parse("2026-03-01T04:00:00Z"));

    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void anEventIsWrittenAsTheJsonThatReadersUnderstand() {
        byte[] bytes = serialize(new EventSerializer("order-service"), PAID);

        assertThat(EventJson.read(Topics.ORDERS, bytes))
                .isEqualTo(new Read.Event<OrderEvent>(PAID));
        assertThat(new EventSerializer("order-service").serialize("any", PAID)).isEqualTo(bytes);
    }

    @Test
    void anEventCarriesTheFiveAttributesOfCloudEvents() {
        serialize(new EventSerializer("order-service"), PAID);

        assertThat(text("ce_type")).isEqualTo("order.paid.v1");
        assertThat(text("ce_source")).isEqualTo("/waybill-guard/order-service");
        assertThat(text("ce_specversion")).isEqualTo("1.0");
        assertThat(Instant.parse(text("ce_time"))).isAfter(PAID.at());
        assertThat(text("ce_id")).isNotBlank();
        assertThat(headers.toArray()).hasSize(5);
    }

    @Test
    void theSameEventHasTheSameIdAndAnotherHasAnother() {
        EventSerializer serializer = new EventSerializer("order-service");
        serialize(serializer, PAID);
        String first = text("ce_id");
        serialize(serializer, PAID);
        assertThat(text("ce_id")).isEqualTo(first);

        serialize(serializer, new OrderPaid(new OrderId("o-2"), PAID.paid(), PAID.at()));
        assertThat(text("ce_id")).isNotEqualTo(first);
    }

    @Test
    void headersOfTheRecordThatCausedItAreLeftBehind() {
        headers.add("signature", utf8("stale"));
        headers.add("ce_type", utf8("crafted"));
        headers.add("ce_type", utf8("crafted twice"));
        headers.add("ce_subject", utf8("stale"));

        serialize(new EventSerializer("order-service"), PAID);

        assertThat(Arrays.stream(headers.toArray()).map(Header::key))
                .containsExactlyInAnyOrder(
                        "ce_id", "ce_type", "ce_source", "ce_time", "ce_specversion");
        assertThat(text("ce_type")).isEqualTo("order.paid.v1");
    }

    @Test
    void headersThatAreNamedAreKept() {
        headers.add("rerouted", utf8("1"));
        headers.add("signature", utf8("stale"));

        serialize(new EventSerializer("order-service", "rerouted"), PAID);

        assertThat(text("rerouted")).isEqualTo("1");
        assertThat(headers.lastHeader("signature")).isNull();
    }

    @Test
    void noEventIsATombstone() {
        headers.add("ce_type", utf8("stale"));

        assertThat(serialize(new EventSerializer("order-service"), null)).isNull();
        assertThat(headers.toArray()).isEmpty();
        assertThat(new EventSerializer("order-service").serialize("any", null)).isNull();
    }

    private byte[] serialize(EventSerializer serializer, Object event) {
        return serializer.serialize("any", headers, event);
    }

    private String text(String header) {
        return new String(headers.lastHeader(header).value(), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
