package io.waybillguard.aftersales.trial;

import io.waybillguard.aftersales.backtest.Recorded;
import io.waybillguard.events.types.OrderId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Where the past comes from. */
interface Source {

    /** Takes one order with all that is recorded of it. */
    @FunctionalInterface
    interface Orders {
        void take(OrderId order, List<Recorded> records, Instant until) throws IOException;
    }

    /**
     * Brings every order once.
     *
     * @throws InvalidInputException for what cannot be read or is too much
     */
    void read(Orders orders, Progress progress) throws IOException;
}
