package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.aftersales.dispatch.CommandReader;
import io.waybillguard.aftersales.dispatch.HeldException;
import io.waybillguard.events.interception.InterceptionCommand;
import io.waybillguard.events.interception.InterceptionCommand.InterceptionCancelled;
import io.waybillguard.events.interception.InterceptionCommand.InterceptionQueried;
import io.waybillguard.events.interception.InterceptionCommand.InterceptionRequested;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.OrderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Carries interception commands out: those of one order in their order, those of different orders
 * side by side, so that a courier that hangs does not keep the others waiting. It returns when
 * every result is on its topic; until then the commands come again, under the same ids. Partitions
 * with a command to a courier that is known to be down are held; what else came with it is done,
 * and not done again when it comes again.
 */
final class InterceptionDispatcher implements BatchMessageListener<byte[], byte[]>, AutoCloseable {

    private final CommandReader reader;
    private final CourierGateway couriers;
    private final InterceptionResults results;
    private final Duration requestWithin;
    private final int requestsAllowed;
    private final LongWaits waits;
    private final Clock clock;
    private final Set<Place> told = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * A dispatcher to couriers.
     *
     * @param requestWithin for how long after it was first asked for an interception may be asked
     *     for again
     * @param requestsAllowed how often one delivery of a command may ask for it
     * @param waitingAfter how long a command waits for its courier before the engine is told
     */
    InterceptionDispatcher(
            CommandReader reader,
            CourierGateway couriers,
            InterceptionResults results,
            Duration requestWithin,
            int requestsAllowed,
            Duration waitingAfter,
            Clock clock) {
        this.reader = reader;
        this.couriers = couriers;
        this.results = results;
        this.requestWithin = requestWithin;
        this.requestsAllowed = requestsAllowed;
        this.waits = new LongWaits(results, waitingAfter, clock);
        this.clock = clock;
    }

    /** Where a record stands. */
    record Place(TopicPartition partition, long offset) {
        static Place of(ConsumerRecord<?, ?> record) {
            return new Place(
                    new TopicPartition(record.topic(), record.partition()), record.offset());
        }
    }

    /**
     * A command that came.
     *
     * @param since when it came on its topic
     */
    private record Delivery(InterceptionCommand command, Place place, Instant since) {}

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<TopicPartition, String> held = new ConcurrentHashMap<>();
        CompletableFuture.allOf(
                        byOrder(records).stream()
                                .map(deliveries ->
                                        CompletableFuture.runAsync(
                                                () -> dispatch(deliveries, held), threads))
                                .toArray(CompletableFuture<?>[]::new))
                .join();
        if (!held.isEmpty()) {
            throw new HeldException(held.values().iterator().next(), held.keySet());
        }
        records.forEach(record -> {
            told.remove(Place.of(record));
            waits.over(Place.of(record));
        });
    }

    private Collection<List<Delivery>> byOrder(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<OrderId, List<Delivery>> orders =
                records.stream()
                        .filter(record -> !told.contains(Place.of(record)))
                        .flatMap(record -> delivery(record).stream())
                        .collect(
                                Collectors.groupingBy(
                                        delivery -> delivery.command().orderId(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return orders.values();
    }

    private Optional<Delivery> delivery(ConsumerRecord<byte[], byte[]> record) {
        Place place = Place.of(record);
        Instant since = Instant.ofEpochMilli(record.timestamp());
        Optional<InterceptionCommand> command = reader.read(Topics.INTERCEPTIONS, record);
        if (command.isEmpty()) {
            told.add(place);
        }
        return command.map(known -> new Delivery(known, place, since));
    }

    private void dispatch(List<Delivery> ofOneOrder, Map<TopicPartition, String> held) {
        for (Delivery delivery : ofOneOrder) {
            Optional<String> waiting =
                    isSuperseded(delivery, ofOneOrder) ? Optional.empty() : dispatch(delivery);
            if (waiting.isPresent()) {
                held.put(delivery.place().partition(), waiting.get());
                return;
            }
            told.add(delivery.place());
        }
    }

    /** A cancellation has come already: what it takes back is neither asked for nor about. */
    private static boolean isSuperseded(Delivery delivery, List<Delivery> ofOneOrder) {
        InterceptionCommand command = delivery.command();
        return !(command instanceof InterceptionCancelled)
                && ofOneOrder.stream()
                        .map(Delivery::command)
                        .filter(InterceptionCancelled.class::isInstance)
                        .anyMatch(each -> each.interceptionId().equals(command.interceptionId()));
    }

    /** Why it must wait; empty when it is done. */
    private Optional<String> dispatch(Delivery delivery) {
        InterceptionCommand command = delivery.command();
        Step step =
                InterceptionAttempt.of(command, requestBefore(delivery), requestsAllowed)
                        .first(clock.instant());
        while (true) {
            switch (step) {
                case Step.Tell(var result) -> {
                    results.tell(result);
                    return Optional.empty();
                }
                case Step.Count(var outcome) -> {
                    results.count(command.parcel().courier(), outcome);
                    return Optional.empty();
                }
                case Step.Wait(var why) -> {
                    waits.held(delivery.place(), command, delivery.since(), why);
                    return Optional.of(why);
                }
                case Step.Cancel(var attempt) ->
                        step = attempt.onCancellation(couriers.cancel(command));
                case Step.Request(var attempt) ->
                        step = attempt.onRequest(couriers.request(command), clock.instant());
                case Step.Query(var attempt) ->
                        step = attempt.onQuery(couriers.query(command), clock.instant());
            }
        }
    }

    /** A question tells when it was first asked for; where it does not, nothing is asked for. */
    private Instant requestBefore(Delivery delivery) {
        Instant requestedAt =
                switch (delivery.command()) {
                    case InterceptionRequested _ -> delivery.since();
                    case InterceptionQueried queried -> queried.requestedAt();
                    case InterceptionCancelled _ -> null;
                };
        return requestedAt == null ? Instant.MIN : requestedAt.plus(requestWithin);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
