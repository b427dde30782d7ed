package io.waybillguard.aftersales.stream;

import io.waybillguard.aftersales.refund.Message;
import io.waybillguard.aftersales.refund.Outcome;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.kit.kafka.DeadLetterCounter;
import io.waybillguard.kit.streams.DeadLetters;
import io.waybillguard.kit.streams.Rerouted;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The ways out of one task. */
final class Outlets {

    private final ProcessorContext<Object, Object> context;
    private final DeadLetters deadLetters;

    Outlets(ProcessorContext<Object, Object> context, DeadLetterCounter counter) {
        this.context = context;
        this.deadLetters = new DeadLetters(counter);
    }

    void send(Outcome outcome, long timestamp) {
        String key = outcome.dossier().facts().id().value();
        for (Message message : outcome.messages()) {
            switch (message) {
                case Message.Published(var event) ->
                        context.forward(new Record<>(key, event, timestamp), EngineTopology.EVENTS);
                case Message.ToCourier(var command) ->
                        context.forward(
                                new Record<>(key, command, timestamp),
                                EngineTopology.INTERCEPTIONS);
                case Message.ToTreasurer(var question) ->
                        context.forward(
                                new Record<>(
                                        Topics.ALLOWANCE_QUESTIONS.keyFor(question),
                                        question,
                                        timestamp),
                                EngineTopology.ALLOWANCE_QUESTIONS);
                case Message.ToPayment(var command) ->
                        context.forward(
                                new Record<>(key, command, timestamp), EngineTopology.PAYOUTS);
            }
        }
    }

    /** Back to the topic it came from, to the order's own partition. */
    void reroute(Record<Object, Object> record, OrderId order) {
        context.forward(
                new Record<>(order.value(), record.value(), record.timestamp(), Rerouted.mark()),
                EngineTopology.REROUTED);
    }

    void putAside(Record<Object, Object> record, OrderId order, String reason, String detail) {
        deadLetters.forward(
                context,
                record.withKey(order.value().getBytes(StandardCharsets.UTF_8))
                        .withValue(EventJson.write(record.value())),
                reason,
                detail);
    }
}
