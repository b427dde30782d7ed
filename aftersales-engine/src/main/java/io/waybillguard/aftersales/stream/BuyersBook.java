package io.waybillguard.aftersales.stream;

import io.waybillguard.events.allowance.AllowanceAnswer;
import io.waybillguard.events.allowance.AllowanceAnswer.BuyerRefundsCounted;
import io.waybillguard.events.allowance.AllowanceQuestion;
import io.waybillguard.events.allowance.AllowanceQuestion.BuyerRefunded;
import io.waybillguard.events.allowance.AllowanceQuestion.BuyerRefundsAsked;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * The refunds that each shop paid each buyer, one entry a refund; what is older than anybody asks
 * for is forgotten.
 */
record BuyersBook(WindowStore<String, String> paid, Duration history) {

    static final String STORE = "buyers-refunds";

    private static final Duration MORE = Duration.ofDays(1);
    private static final Duration INSTANT = Duration.ofMillis(1);

    /** The store of one task; two refunds of one instant are two. */
    static StoreBuilder<?> store(Duration history) {
        return Stores.windowStoreBuilder(
                Stores.inMemoryWindowStore(STORE, history.plus(MORE), INSTANT, true),
                Serdes.String(),
                Serdes.String());
    }

    /** The answer; null where none is expected. */
    @Nullable AllowanceAnswer hear(AllowanceQuestion.OfBuyer question) {
        return switch (question) {
            case BuyerRefundsAsked asked -> counted(asked);
            case BuyerRefunded refunded -> {
                paid.put(
                        refunded.purse(),
                        refunded.refundId().value(),
                        refunded.at().toEpochMilli());
                yield null;
            }
        };
    }

    private BuyerRefundsCounted counted(BuyerRefundsAsked asked) {
        Instant since = asked.at().minus(history);
        int refunds = 0;
        try (WindowStoreIterator<String> all =
                paid.fetch(asked.purse(), since.plusMillis(1), asked.at())) {
            while (all.hasNext()) {
                all.next();
                refunds++;
            }
        }
        return new BuyerRefundsCounted(
                asked.orderId(), asked.refundId(), refunds, since, asked.at());
    }
}
