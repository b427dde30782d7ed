package io.waybillguard.tracker.lookup;

import io.waybillguard.events.types.OrderId;
import io.waybillguard.tracker.lookup.OrderView.OrderParcel;
import io.waybillguard.tracker.stream.Sought;
import io.waybillguard.tracker.stream.Sought.NotNow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds all parcels of an order, some at a time, within a time for all. */
@Component
class OrderLookup {

    private static final Logger log = LoggerFactory.getLogger(OrderLookup.class);

    private final Lookup lookup;
    private final LookupSettings settings;

    OrderLookup(Lookup lookup, LookupSettings settings) {
        this.lookup = lookup;
        this.settings = settings;
    }

    /** The order with its parcels; of each that cannot be found it is said why. */
    Sought<OrderView> order(OrderId order) {
        return lookup.shipments(order)
                .map(shipments -> new OrderView(order.value(), parcels(shipments.shipments())));
    }

    private List<OrderParcel> parcels(List<ShipmentsView.Shipment> shipments) {
        List<Callable<Sought<ParcelView>>> questions =
                shipments.stream()
                        .<Callable<Sought<ParcelView>>>map(
                                shipment -> () -> lookup.parcel(shipment.parcel()))
                        .toList();
        List<Sought<ParcelView>> answers = ask(questions);
        List<OrderParcel> parcels = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            parcels.add(OrderParcel.of(shipments.get(i), answers.get(i)));
        }
        return parcels;
    }

    private List<Sought<ParcelView>> ask(List<Callable<Sought<ParcelView>>> questions) {
        ExecutorService some =
                Executors.newFixedThreadPool(settings.parallel(), Thread.ofVirtual().factory());
        try {
            long within = settings.orderWithin().toMillis();
            return some.invokeAll(questions, within, TimeUnit.MILLISECONDS).stream()
                    .map(OrderLookup::answer)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return questions.stream().map(_ -> notInTime()).toList();
        } finally {
            some.shutdownNow();
        }
    }

    private static Sought<ParcelView> answer(Future<Sought<ParcelView>> asked) {
        try {
            return asked.get();
        } catch (CancellationException e) {
            return notInTime();
        } catch (ExecutionException e) {
            log.error("a parcel could not be looked up", e.getCause());
            return new NotNow<>("it could not be looked up");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notInTime();
        }
    }

    private static Sought<ParcelView> notInTime() {
        return new NotNow<>("no answer in time");
    }
}
