package io.waybillguard.aftersales.trial;

import io.waybillguard.aftersales.backtest.Recorded;
import io.waybillguard.events.types.OrderId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Records in memory, by their order. */
final class Gathered {

    private final int atMost;
    private final Map<OrderId, List<Recorded>> byOrder = new LinkedHashMap<>();
    private int held;

    Gathered(int atMost) {
        this.atMost = atMost;
    }

    void add(Recorded record) {
        if (++held > atMost) {
            throw new InvalidInputException(
                    "",
                    "more than "
                            + atMost
                            + " records at once: take a shorter period, or raise"
                            + " waybill.engine.backtests.records-at-most");
        }
        byOrder.computeIfAbsent(record.input().order(), _ -> new ArrayList<>(8)).add(record);
    }

    boolean has(OrderId order) {
        return byOrder.containsKey(order);
    }

    /** Keeps the orders of which the test holds. */
    void keep(Predicate<List<Recorded>> wanted) {
        byOrder.values()
                .removeIf(records -> {
                    boolean leaves = !wanted.test(records);
                    held -= leaves ? records.size() : 0;
                    return leaves;
                });
    }

    void bring(Source.Orders orders, Instant until) throws IOException {
        for (Map.Entry<OrderId, List<Recorded>> each : byOrder.entrySet()) {
            orders.take(each.getKey(), each.getValue(), until);
        }
    }
}
