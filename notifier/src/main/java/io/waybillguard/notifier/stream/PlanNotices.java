package io.waybillguard.notifier.stream;

import io.waybillguard.events.types.BuyerId;
import io.waybillguard.notifier.metrics.NoticeCounter;
import io.waybillguard.notifier.notice.Buyer;
import io.waybillguard.notifier.notice.News;
import io.waybillguard.notifier.notice.Outcome;
import io.waybillguard.notifier.notice.Plan;
import io.waybillguard.notifier.stream.NotifierSettings.Store;
import io.waybillguard.notifier.stream.Progress.ReadUntil;
import io.waybillguard.timers.Pulse;
import io.waybillguard.timers.PulseSettings;
import io.waybillguard.timers.Reach;
import io.waybillguard.timers.Timers;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Brings news and pulses to the {@link Plan} of their buyer, and keeps and sends what it says.
 * Nothing is planned later than all tasks have told that they read: until the first word of each
 * since the start, nothing at all.
 */
final class PlanNotices implements Processor<Object, Object, String, Object> {

    private final Plan plan;
    private final NoticeCounter notices;
    private final TimeMetrics time;
    private final Timers<String> timers;
    private final Progress.Settings telling;
    private final Reach reach = new Reach();
    private Progress progress;
    private ProcessorContext<String, Object> context;
    private KeyValueStore<String, byte[]> buyers;
    private ShopTerms terms;

    private PlanNotices(Supplier supplier) {
        this.plan = supplier.plan();
        this.notices = supplier.notices();
        this.time = supplier.time();
        this.timers = new Timers<>(supplier.pulses());
        this.telling = supplier.telling();
    }

    /** Makes them, with the store of buyers. */
    record Supplier(
            Plan plan,
            PulseSettings pulses,
            Progress.Settings telling,
            Store store,
            NoticeCounter notices,
            TimeMetrics time)
            implements ProcessorSupplier<Object, Object, String, Object> {

        @Override
        public Processor<Object, Object, String, Object> get() {
            return new PlanNotices(this);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            var place =
                    switch (store) {
                        case HEAP -> Stores.inMemoryKeyValueStore(NotifierTopology.BUYERS);
                        case ROCKSDB -> Stores.persistentKeyValueStore(NotifierTopology.BUYERS);
                    };
            return Set.of(Stores.keyValueStoreBuilder(place, Serdes.String(), Serdes.ByteArray()));
        }
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.progress = new Progress(context.taskId().partition(), telling);
        this.buyers = context.getStateStore(NotifierTopology.BUYERS);
        this.terms = new ShopTerms(context.getStateStore(NotifierTopology.POLICIES));
        try (KeyValueIterator<String, byte[]> all = buyers.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                timers.set(entry.key, NoticeJson.readBuyer(entry.value).due());
            }
        }
    }

    @Override
    public void process(Record<Object, Object> record) {
        switch (record.value()) {
            case News news -> {
                Instant at = Instant.ofEpochMilli(record.timestamp());
                keep(plan.hear(buyer(news.buyerId().value()), news, at), at);
            }
            case ReadUntil(int partition, int partitions, Instant until) ->
                    reach.told(partition, partitions, until);
            case Pulse _ -> pulse(record.timestamp());
            default ->
                    throw new IllegalStateException(
                            "neither news nor time: " + record.value().getClass());
        }
    }

    private void pulse(long timestamp) {
        time.pulse(context.taskId().toString(), timestamp);
        Instant now = timers.pulse(timestamp);
        Instant told = reach.least();
        if (told != null) {
            Instant proven = told.isBefore(now) ? told : now;
            timers.fire(
                    proven,
                    (key, due, _) -> {
                        time.fired(due, now);
                        due(key, due, proven);
                    });
        }
        progress.readUntil(now)
                .ifPresent(word ->
                        context.forward(new Record<>("", word, timestamp), NotifierTopology.NEWS));
    }

    private void due(String key, Instant due, Instant proven) {
        Buyer buyer = buyer(key);
        if (due.equals(buyer.due())) {
            keep(plan.due(buyer, proven, terms), proven);
        }
    }

    private Buyer buyer(String key) {
        byte[] bytes = buyers.get(key);
        return bytes == null ? Buyer.unknown(new BuyerId(key)) : NoticeJson.readBuyer(bytes);
    }

    private void keep(Outcome outcome, Instant at) {
        Buyer buyer = outcome.buyer();
        String key = buyer.id().value();
        if (buyer.nothingToKeep()) {
            buyers.delete(key);
            timers.set(key, null);
        } else {
            buyers.put(key, NoticeJson.write(buyer));
            timers.set(key, buyer.due());
        }
        outcome.planned()
                .forEach(notice ->
                        context.forward(
                                new Record<>(key, notice, notice.at().toEpochMilli()),
                                NotifierTopology.OUTBOX));
        outcome.recalled()
                .forEach(recall ->
                        context.forward(
                                new Record<>(KeepRecalls.key(recall), recall, at.toEpochMilli()),
                                NotifierTopology.RECALL));
        outcome.suppressed()
                .forEach(receipt -> {
                    notices.suppressed(receipt.subject());
                    context.forward(
                            new Record<>(key, receipt, receipt.at().toEpochMilli()),
                            NotifierTopology.RECEIPTS);
                });
    }

    @Override
    public void close() {
        if (context != null) {
            time.closed(context.taskId().toString());
        }
    }
}
