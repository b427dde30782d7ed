package io.waybillguard.timers.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the logs of commands and pulses allow to be fired, judged by the broker's timestamps alone.
 * A deadline must fire if it was never replaced or cancelled, or not before a pulse that proved it
 * due; it must not if that came before it was due; in between, where a live fetch may be out of
 * order by as much as the slack, it may.
 */
public final class Ledger {

    private enum Verdict {
        MUST,
        MAY,
        MUST_NOT
    }

    /**
     * One deadline that was set.
     *
     * @param commands of the key up to the one that set it
     * @param commandsBefore of the key up to the one that replaced or cancelled it
     */
    private record Entry(Instant due, int commands, int commandsBefore, Verdict verdict) {}

    private final Map<String, Map<Instant, Entry>> entries = new TreeMap<>();
    private final Map<Integer, TreeSet<Instant>> pulses = new TreeMap<>();
    private final Duration slack;

    public Ledger(
            List<ConsumerRecord<String, String>> commands,
            List<ConsumerRecord<String, String>> pulses,
            Duration slack) {
        this.slack = slack;
        pulses.forEach(pulse ->
                this.pulses
                        .computeIfAbsent(pulse.partition(), _ -> new TreeSet<>())
                        .add(timeOf(pulse)));
        Map<String, List<ConsumerRecord<String, String>>> byKey = new TreeMap<>();
        commands.forEach(command ->
                byKey.computeIfAbsent(command.key(), _ -> new ArrayList<>()).add(command));
        byKey.forEach((key, ofKey) -> entries.put(key, entries(ofKey)));
    }

    private Map<Instant, Entry> entries(List<ConsumerRecord<String, String>> commands) {
        Map<Instant, Entry> entries = new LinkedHashMap<>();
        for (int i = 0; i < commands.size(); i++) {
            if (Command.of(commands.get(i).value()) instanceof Command.Set(var due)) {
                int end = endOf(commands, i);
                entries.put(due, new Entry(due, i + 1, end, verdict(due, commands, i, end)));
            }
        }
        return entries;
    }

    /** The next command that is more than a touch; the number of commands if there is none. */
    private static int endOf(List<ConsumerRecord<String, String>> commands, int from) {
        for (int i = from + 1; i < commands.size(); i++) {
            if (!(Command.of(commands.get(i).value()) instanceof Command.Touch)) {
                return i;
            }
        }
        return commands.size();
    }

    private Verdict verdict(
            Instant due, List<ConsumerRecord<String, String>> commands, int set, int end) {
        if (end == commands.size()) {
            return Verdict.MUST;
        }
        Instant ended = timeOf(commands.get(end));
        if (ended.isBefore(due)) {
            return Verdict.MUST_NOT;
        }
        Instant known = timeOf(commands.get(set));
        Instant proof =
                pulses.getOrDefault(commands.get(set).partition(), new TreeSet<>())
                        .ceiling((known.isAfter(due) ? known : due).plus(slack));
        boolean proved = proof != null && proof.isBefore(ended.minus(slack));
        return proved ? Verdict.MUST : Verdict.MAY;
    }

    private static Instant timeOf(ConsumerRecord<String, String> record) {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** Whether every deadline that must fire is among those fired. */
    public Predicate<List<ConsumerRecord<String, String>>> settled() {
        long must = count(Verdict.MUST);
        return fired -> fired.stream().filter(this::must).count() >= must;
    }

    private boolean must(ConsumerRecord<String, String> record) {
        Entry entry = entryOf(Fired.of(record.key(), record.value()));
        return entry != null && entry.verdict() == Verdict.MUST;
    }

    /** How many deadlines must not fire. */
    public long forbidden() {
        return count(Verdict.MUST_NOT);
    }

    private long count(Verdict verdict) {
        return entries.values().stream()
                .flatMap(ofKey -> ofKey.values().stream())
                .filter(entry -> entry.verdict() == verdict)
                .count();
    }

    private Entry entryOf(Fired fired) {
        return entries.getOrDefault(fired.key(), Map.of()).get(fired.due());
    }

    /** Fails unless what was fired is what the log allows, each once, with the state it implies. */
    public void assertAllows(List<ConsumerRecord<String, String>> records) {
        List<Fired> fired =
                records.stream().map(record -> Fired.of(record.key(), record.value())).toList();
        assertThat(fired.stream().map(f -> f.key() + " " + f.due())).doesNotHaveDuplicates();
        assertThat(settled()).accepts(records);
        for (int i = 0; i < records.size(); i++) {
            assertAllows(fired.get(i));
            assertThat(timeOf(records.get(i)))
                    .as("fired in its time by the broker's clock: %s", fired.get(i))
                    .isAfterOrEqualTo(fired.get(i).due().plus(slack));
        }
    }

    private void assertAllows(Fired fired) {
        Entry entry = entryOf(fired);
        assertThat(entry).as("a deadline that was set: %s", fired).isNotNull();
        assertThat(entry.verdict()).as("%s", fired).isNotEqualTo(Verdict.MUST_NOT);
        assertThat(fired.now()).isAfterOrEqualTo(fired.due());
        assertThat(fired.commands())
                .as("commands counted exactly once: %s", fired)
                .isBetween(entry.commands(), entry.commandsBefore());
    }
}
