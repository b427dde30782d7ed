package io.waybillguard.aftersales.stream;

import io.waybillguard.aftersales.allowance.DayCaps;
import io.waybillguard.aftersales.allowance.Ledger;
import io.waybillguard.aftersales.allowance.Treasurer;
import io.waybillguard.events.allowance.AllowanceAnswer;
import io.waybillguard.events.allowance.AllowanceQuestion;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.RefundId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * Questions after automatic money and buyers' refunds to their answers; days that are long over are
 * forgotten.
 */
final class KeepAllowances implements Processor<Object, Object, Object, Object> {

    static final String STORE = "allowances";

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(7);

    private final DayCaps caps;
    private final Duration history;
    private final AllowanceMeters meters;
    private ProcessorContext<Object, Object> context;
    private Treasurer treasurer;
    private BuyersBook buyers;

    private KeepAllowances(DayCaps caps, Duration history, AllowanceMeters meters) {
        this.caps = caps;
        this.history = history;
        this.meters = meters;
    }

    /** Makes one for each task, with its store. */
    record Supplier(DayCaps caps, Duration history, AllowanceMeters meters)
            implements ProcessorSupplier<Object, Object, Object, Object> {
        @Override
        public Processor<Object, Object, Object, Object> get() {
            return new KeepAllowances(caps, history, meters);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    Stores.windowStoreBuilder(
                            Stores.inMemoryWindowStore(STORE, KEPT, DAY, false),
                            Serdes.String(),
                            Serdes.Long()),
                    BuyersBook.store(history));
        }
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        this.buyers = new BuyersBook(context.getStateStore(BuyersBook.STORE), history);
        this.treasurer = new Treasurer(caps, new Stored(context.getStateStore(STORE)));
    }

    @Override
    public void process(Record<Object, Object> record) {
        AllowanceQuestion question = (AllowanceQuestion) record.value();
        AllowanceAnswer answer =
                switch (question) {
                    case AllowanceQuestion.OfDay day -> treasurer.hear(day);
                    case AllowanceQuestion.OfBuyer buyer -> buyers.hear(buyer);
                };
        meters.heard(question, answer);
        if (answer != null) {
            context.forward(
                    new Record<>(
                            Topics.ALLOWANCE_ANSWERS.keyFor(answer), answer, record.timestamp()),
                    EngineTopology.ALLOWANCE_ANSWERS);
        }
    }

    /** Fen, by day: under the purse all of it, under purse and request what that was granted. */
    private record Stored(WindowStore<String, Long> store) implements Ledger {

        @Override
        public Money spent(String purse, Instant day) {
            Long fen = store.fetch(purse, day.toEpochMilli());
            return fen == null ? Money.ZERO : Money.fen(fen);
        }

        @Override
        public @Nullable Money granted(String purse, Instant day, RefundId refund) {
            Long fen = store.fetch(key(purse, refund), day.toEpochMilli());
            return fen == null ? null : Money.fen(fen);
        }

        @Override
        public void note(
                String purse, Instant day, RefundId refund, @Nullable Money amount, Money spent) {
            long start = day.toEpochMilli();
            store.put(key(purse, refund), amount == null ? null : amount.fen(), start);
            store.put(purse, spent.fen(), start);
        }

        private static String key(String purse, RefundId refund) {
            return purse + "\n" + refund.value();
        }
    }
}
