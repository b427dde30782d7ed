package io.waybillguard.local.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Pays once for each idempotency key, for as long as it keeps the key. When it has forgotten a key,
 * it pays again: that is what callers must guard against.
 */
final class PaymentBook implements AutoCloseable {

    private final Journal<Execution> journal;
    private final Duration keysKept;
    private final Clock clock;
    private final Map<String, Execution> latestByKey = new HashMap<>();
    private final Map<String, Execution> latestByReference = new HashMap<>();
    private final Set<String> declinedKeys = new HashSet<>();

    PaymentBook(Journal<Execution> journal, Duration keysKept, Clock clock) {
        this.journal = journal;
        this.keysKept = keysKept;
        this.clock = clock;
        journal.lines().forEach(this::index);
    }

    /** What became of an order to pay. */
    sealed interface Outcome {
        record PaidNow(Execution execution) implements Outcome {}

        record PaidEarlier(Execution execution) implements Outcome {}

        record KeyUsedForAnotherBody() implements Outcome {}

        record Declined() implements Outcome {}
    }

    /**
     * Pays, or tells what was done under this key before.
     *
     * @param decline say no if nothing was paid under this key; the no then stays
     */
    synchronized Outcome pay(String key, String fingerprint, PaymentOrder order, boolean decline) {
        Execution before = latestByKey.get(key);
        Instant now = clock.instant();
        if (before != null && now.isBefore(before.paidAt().plus(keysKept))) {
            return before.fingerprint().equals(fingerprint)
                    ? new Outcome.PaidEarlier(before)
                    : new Outcome.KeyUsedForAnotherBody();
        }
        if (decline || declinedKeys.contains(key)) {
            declinedKeys.add(key);
            return new Outcome.Declined();
        }
        Execution execution = execution(key, fingerprint, order, now);
        journal.append(execution);
        index(execution);
        return new Outcome.PaidNow(execution);
    }

    synchronized Optional<Execution> find(String reference) {
        return Optional.ofNullable(latestByReference.get(reference));
    }

    List<Execution> ofOrder(String orderId) {
        return lines().stream().filter(line -> line.orderId().equals(orderId)).toList();
    }

    /**
     * A page of what was paid on one day.
     *
     * @param next where the following page begins; empty after the last
     */
    record Page(List<Execution> lines, Optional<String> next) {}

    /**
     * What was paid on {@code day}, in the order of the book.
     *
     * @param day in UTC
     * @param after the {@link Page#next} of the page before; 0 for the first
     * @param limit how many lines at the most
     */
    Page ofDay(LocalDate day, int after, int limit) {
        List<Execution> all = lines();
        List<Execution> page = new ArrayList<>();
        for (int index = after; index < all.size(); index++) {
            Execution line = all.get(index);
            if (LocalDate.ofInstant(line.paidAt(), ZoneOffset.UTC).equals(day)) {
                if (page.size() == limit) {
                    return new Page(page, Optional.of(Integer.toString(index)));
                }
                page.add(line);
            }
        }
        return new Page(page, Optional.empty());
    }

    List<Execution> lines() {
        return journal.lines();
    }

    @Override
    public void close() {
        journal.close();
    }

    private Execution execution(String key, String fingerprint, PaymentOrder order, Instant now) {
        return new Execution(
                order.reference(),
                order.orderId(),
                order.amountFen(),
                order.currency(),
                "pay-%08d".formatted(journal.size() + 1),
                now,
                key,
                fingerprint);
    }

    private void index(Execution execution) {
        latestByKey.put(execution.key(), execution);
        latestByReference.put(execution.reference(), execution);
    }
}
