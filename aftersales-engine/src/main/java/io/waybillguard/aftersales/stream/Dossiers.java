package io.waybillguard.aftersales.stream;

import io.waybillguard.aftersales.order.Purchase;
import io.waybillguard.aftersales.refund.Dossier;
import io.waybillguard.events.types.OrderId;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.springframework.util.unit.DataSize;

/** One task's dossiers in its store, with what is derived from them: deadlines and open cases. */
final class Dossiers {

    private static final int FEW = 16;

    private final KeyValueStore<String, byte[]> store;
    private final Deadlines deadlines;
    private final OpenCases.OfTask openCases;
    private final long largest;
    private final DossierCodec codec = new DossierCodec();

    Dossiers(
            KeyValueStore<String, byte[]> store,
            Deadlines deadlines,
            OpenCases.OfTask openCases,
            DataSize largest) {
        this.store = store;
        this.deadlines = deadlines;
        this.openCases = openCases;
        this.largest = largest.toBytes();
    }

    /** Derives from the store what is not in it; once, when the task starts. */
    void derive() {
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                Dossier dossier = codec.read(entry.value);
                deadlines.set(dossier);
                openCases.changed(Dossier.of(dossier.facts().id()), dossier);
            }
        }
    }

    Dossier load(OrderId order) {
        byte[] stored = store.get(order.value());
        return stored == null ? Dossier.of(order) : codec.read(stored);
    }

    /** Whether {@code after} has become larger than an order may be. */
    boolean isTooLarge(Dossier before, Dossier after) {
        return mayBeTooLarge(after) && !after.equals(before) && codec.write(after).length > largest;
    }

    /** Few orders have so much to them that their bytes need to be counted. */
    private static boolean mayBeTooLarge(Dossier dossier) {
        Purchase purchase = dossier.facts().purchase();
        int lines = purchase == null ? 0 : purchase.goods().size();
        return lines + dossier.facts().parcels().size() + dossier.cases().size() > FEW;
    }

    void save(Dossier before, Dossier after) {
        if (!after.equals(before)) {
            store.put(after.facts().id().value(), codec.write(after));
            openCases.changed(before, after);
        }
        deadlines.set(after);
    }
}
