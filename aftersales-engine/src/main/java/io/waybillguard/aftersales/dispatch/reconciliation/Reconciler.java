package io.waybillguard.aftersales.dispatch.reconciliation;

import io.waybillguard.aftersales.books.Books;
import io.waybillguard.aftersales.books.Terms;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.kit.kafka.KafkaSettings;
import io.waybillguard.kit.kafka.TopicReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * Compares the books once. The list is read first and the topics after it: whatever is in the list
 * has its command on the topics by then. It reads and tells; nothing is mended by it.
 */
final class Reconciler {

    private final KafkaSettings kafka;
    private final PaymentList list;
    private final Reports reports;
    private final ReconciliationSettings settings;
    private final Clock clock;
    private final ReentrantLock running = new ReentrantLock();

    Reconciler(
            KafkaSettings kafka,
            PaymentList list,
            Reports reports,
            ReconciliationSettings settings,
            Clock clock) {
        this.kafka = kafka;
        this.list = list;
        this.reports = reports;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Compares, and keeps what was found; one run at a time, another waits for it.
     *
     * @param wanted whether what was found is still wanted; empty when it was not
     * @throws PaymentList.UnavailableException when the payment side does not tell
     */
    Optional<Report> run(BooleanSupplier wanted) {
        running.lock();
        try {
            Report report = compared(clock.instant());
            if (!wanted.getAsBoolean()) {
                return Optional.empty();
            }
            reports.add(report);
            return Optional.of(report);
        } finally {
            running.unlock();
        }
    }

    private Report compared(Instant now) {
        LocalDate first = LocalDate.ofInstant(now.minus(settings.window()), ZoneOffset.UTC);
        LocalDate last = LocalDate.ofInstant(now.plus(settings.grace()), ZoneOffset.UTC);
        Instant listedFrom = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant commandedFrom = listedFrom.minus(settings.commandsBefore());
        Books books = new Books();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            list.read(day, books::add);
        }
        try (TopicReader reader = new TopicReader(kafka)) {
            read(reader, Topics.AFTERSALES_EVENTS, listedFrom, books::add);
            read(reader, Topics.PAYOUTS, commandedFrom, books::add);
            read(reader, Topics.PAYOUT_RESULTS, commandedFrom, books::add);
        }
        Terms terms = new Terms(now, listedFrom, settings.grace(), settings.stuckAfter());
        return Report.of(
                id(now),
                now,
                listedFrom,
                books.totals(),
                books.breaks(terms),
                settings.breaksKept());
    }

    private static <V> void read(
            TopicReader reader, Topic<V> topic, Instant from, BiConsumer<V, Instant> books) {
        reader.read(
                reader.ranges(topic, from, null),
                record -> {
                    // what is no event is a dead letter already
                    if (EventJson.read(topic, record.value()) instanceof Read.Event<V>(var event)) {
                        books.accept(event, Instant.ofEpochMilli(record.timestamp()));
                    }
                },
                _ -> {});
    }

    /** Sorts by time, and differs between instances that ran at the same. */
    private static String id(Instant now) {
        return "rc-%d-%s"
                .formatted(now.toEpochMilli(), UUID.randomUUID().toString().substring(0, 8));
    }
}
