package io.waybillguard.aftersales.stream;

import io.waybillguard.events.allowance.AllowanceAnswer;
import io.waybillguard.events.allowance.AllowanceAnswer.BuyerRefundsCounted;
import io.waybillguard.events.allowance.AllowanceQuestion;
import io.waybillguard.events.allowance.AllowanceQuestion.BuyerRefunded;
import io.waybillguard.events.allowance.AllowanceQuestion.BuyerRefundsAsked;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * The refunds that each shop paid each buyer, one entry a refund, in windows of a day each: to
 * count a buyer's, a few entries of each day are read. What is older than anybody asks for is
 * forgotten.
 */
record BuyersBook(WindowStore<String, Long> paid, Duration history) {

    static final String STORE = "buyers-refunds";

    /** The longest that may be asked for; the log of the store keeps as much, whatever is set. */
    static final Duration LONGEST = Duration.ofDays(180);

    private static final Duration DAY = Duration.ofDays(1);

    /** Of the days that are asked for, the first and the last are not whole. */
    private static final Duration MORE = Duration.ofDays(2);

    private static final String FIRST = "\n";
    private static final String LAST = "\n\uffff";

    /** The store of one task. */
    static StoreBuilder<?> store(Duration history) {
        return Stores.windowStoreBuilder(
                        Stores.inMemoryWindowStore(STORE, history.plus(MORE), DAY, false),
                        Serdes.String(),
                        Serdes.Long())
                .withLoggingEnabled(
                        Map.of(
                                TopicConfig.RETENTION_MS_CONFIG,
                                Long.toString(LONGEST.plus(MORE).plus(DAY).toMillis())));
    }

    /** The answer; null where none is expected. */
    @Nullable AllowanceAnswer hear(AllowanceQuestion.OfBuyer question) {
        return switch (question) {
            case BuyerRefundsAsked asked -> counted(asked);
            case BuyerRefunded refunded -> {
                paid.put(
                        refunded.purse() + FIRST + refunded.refundId().value(),
                        refunded.at().toEpochMilli(),
                        refunded.at().truncatedTo(ChronoUnit.DAYS).toEpochMilli());
                yield null;
            }
        };
    }

    private BuyerRefundsCounted counted(BuyerRefundsAsked asked) {
        Instant since = asked.at().minus(history);
        int refunds = 0;
        try (KeyValueIterator<Windowed<String>, Long> all =
                paid.fetch(
                        asked.purse() + FIRST,
                        asked.purse() + LAST,
                        since.truncatedTo(ChronoUnit.DAYS),
                        asked.at())) {
            while (all.hasNext()) {
                Instant at = Instant.ofEpochMilli(all.next().value);
                refunds += at.isAfter(since) && !at.isAfter(asked.at()) ? 1 : 0;
            }
        }
        return new BuyerRefundsCounted(
                asked.orderId(), asked.refundId(), refunds, since, asked.at());
    }
}
