package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.aftersales.dispatch.CommandReader;
import io.waybillguard.events.interception.InterceptionCommand;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.OrderId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Carries interception commands out: those of one order in their order, those of different orders
 * side by side, so that a courier that hangs does not keep the others waiting. It returns when
 * every result is on its topic; until then the commands come again, under the same ids.
 */
final class InterceptionDispatcher implements BatchMessageListener<byte[], byte[]>, AutoCloseable {

    private final CommandReader reader;
    private final CourierGateway couriers;
    private final InterceptionResults results;
    private final int requestsAllowed;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    InterceptionDispatcher(
            CommandReader reader,
            CourierGateway couriers,
            InterceptionResults results,
            int requestsAllowed,
            Clock clock) {
        this.reader = reader;
        this.couriers = couriers;
        this.results = results;
        this.requestsAllowed = requestsAllowed;
        this.clock = clock;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<OrderId, List<InterceptionCommand>> orders =
                records.stream()
                        .flatMap(record -> reader.read(Topics.INTERCEPTIONS, record).stream())
                        .collect(
                                Collectors.groupingBy(
                                        InterceptionCommand::orderId,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        CompletableFuture.allOf(
                        orders.values().stream()
                                .map(commands ->
                                        CompletableFuture.runAsync(
                                                () -> commands.forEach(this::dispatch), threads))
                                .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private void dispatch(InterceptionCommand command) {
        Step step = InterceptionAttempt.of(command, requestsAllowed).first();
        while (true) {
            switch (step) {
                case Step.Tell(var result) -> {
                    results.tell(result);
                    return;
                }
                case Step.Request(var attempt) ->
                        step = attempt.onRequest(couriers.request(command), clock.instant());
                case Step.Query(var attempt) ->
                        step = attempt.onQuery(couriers.query(command), clock.instant());
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
