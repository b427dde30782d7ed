package io.waybillguard.tracker.stream;

import static io.waybillguard.tracker.Scans.claim;
import static io.waybillguard.tracker.Scans.hour;
import static io.waybillguard.tracker.Scans.under;
import static io.waybillguard.tracker.Scans.worded;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybillguard.events.parcel.CourierReport.ScansReported;
import io.waybillguard.events.parcel.ParcelClaim;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.timers.PulseSettings;
import io.waybillguard.timers.Timers;
import io.waybillguard.tracker.stall.DefaultThresholds;
import io.waybillguard.tracker.stall.StallJudge;
import io.waybillguard.tracker.stall.ThresholdTable;
import io.waybillguard.tracker.tracking.Change;
import io.waybillguard.tracker.tracking.Outlook;
import io.waybillguard.tracker.tracking.Parcel;
import io.waybillguard.tracker.tracking.Retention;
import io.waybillguard.tracker.tracking.Tracking;
import io.waybillguard.tracker.tracking.Tracking.Limits;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several tasks whose words to each other arrive in order, and at any time. */
class ChainsTest {

    private static final int TASKS = 3;
    private static final int PARCELS = 6;

    private final Tracking tracking =
            new Tracking(
                    new StallJudge(new ThresholdTable(List.of(), DefaultThresholds.STANDARD)),
                    Retention.STANDARD,
                    new Limits(300, 2));
    private final List<Task> tasks = new ArrayList<>();
    private final Map<String, Integer> told = new HashMap<>();
    private int words;

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverGoesOnAsWhatEveryWordEndsAndEveryClaimIsHeldOnce(int seed) {
        Random random = new Random(seed);
        start();
        List<String> orders = new ArrayList<>();
        for (int step = 0; step < 40; step++) {
            ParcelId parcel = parcel(random.nextInt(PARCELS), random.nextInt(2));
            Task task = taskOf(parcel);
            switch (random.nextInt(5)) {
                case 0 -> {
                    orders.add("o-" + step);
                    task.chains.claim(under(parcel, claim("o-" + step, 0)), hour(step));
                }
                case 1 -> task.report(parcel, null, null, step);
                case 2 ->
                        task.report(
                                parcel,
                                null,
                                parcel(random.nextInt(PARCELS), random.nextInt(2)),
                                step);
                case 3 -> task.report(parcel, new CourierCode("C" + random.nextInt(2)), null, step);
                default -> arrive(random);
            }
        }
        words = 0;
        while (arrive(random)) {
            assertThat(words).as("words that go round").isLessThan(20_000);
        }

        List<String> held =
                tasks.stream()
                        .flatMap(task -> task.parcels().stream())
                        .flatMap(parcel -> parcel.claims().stream())
                        .map(claim -> claim.told().orderId().value())
                        .sorted()
                        .toList();
        assertThat(held).containsExactlyElementsOf(orders.stream().sorted().toList());
        assertThat(told).as("each order's revisions rise").hasSize(orders.size());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whereNoCirclesAreTheOrderIsWhereItsParcelIsWithAllThatWasSaidOfIt(int seed) {
        Random random = new Random(seed);
        start();
        Map<ParcelId, ParcelId> next = new HashMap<>();
        Map<ParcelId, Integer> scans = new HashMap<>();
        ParcelId first = parcel(0, 0);
        taskOf(first).chains.claim(under(first, claim("o-1", 0)), hour(0));
        for (int step = 1; step < 40; step++) {
            int from = random.nextInt(PARCELS);
            ParcelId parcel = parcel(from, 0);
            int to = from + 1 + random.nextInt(PARCELS);
            boolean goesOn = random.nextInt(3) == 0 && to < PARCELS;
            taskOf(parcel).report(parcel, null, goesOn ? parcel(to, 0) : null, step);
            scans.merge(parcel, 1, Integer::sum);
            if (goesOn) {
                next.putIfAbsent(parcel, parcel(to, 0));
            }
            if (random.nextBoolean()) {
                arrive(random);
            }
        }
        while (arrive(random)) {
            assertThat(words).isLessThan(20_000);
        }

        ParcelId end = end(first, next);
        int all =
                scans.entrySet().stream()
                        .filter(said -> end(said.getKey(), next).equals(end))
                        .mapToInt(Map.Entry::getValue)
                        .sum();
        Parcel here = taskOf(end).parcels.load(end, hour(99));
        assertThat(here.claims()).hasSize(1);
        assertThat(here.journey().scans()).isEqualTo(all);
    }

    private static ParcelId end(ParcelId parcel, Map<ParcelId, ParcelId> next) {
        ParcelId end = parcel;
        while (next.containsKey(end)) {
            end = next.get(end);
        }
        return end;
    }

    private void start() {
        for (int i = 0; i < TASKS; i++) {
            tasks.add(new Task(i));
        }
    }

    private Task taskOf(ParcelId parcel) {
        return tasks.get(Math.floorMod(parcel.waybill().hashCode(), TASKS));
    }

    private static ParcelId parcel(int number, int courier) {
        return ParcelId.of("C" + courier, "W" + number);
    }

    /** One word arrives somewhere; false when none is on its way. */
    private boolean arrive(Random random) {
        List<Queue<ParcelClaim>> ways =
                tasks.stream()
                        .flatMap(task -> task.out.values().stream())
                        .filter(way -> !way.isEmpty())
                        .toList();
        if (ways.isEmpty()) {
            return false;
        }
        ParcelClaim word = ways.get(random.nextInt(ways.size())).remove();
        words++;
        assertThat(taskOf(word.parcel()).chains.claim(word, hour(50))).isTrue();
        return true;
    }

    private final class Task {
        private final int number;
        private final Map<Integer, Queue<ParcelClaim>> out = new HashMap<>();
        private final Set<ParcelId> met = new HashSet<>();
        private final ParcelStore parcels;
        private final Chains chains;

        private Task(int number) {
            this.number = number;
            this.parcels =
                    new ParcelStore(
                            store(),
                            new Timers<>(PulseSettings.DEFAULT),
                            tracking,
                            new TrackerMetrics(
                                    new SimpleMeterRegistry(),
                                    Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)),
                            () -> Outlook.CLEAR);
            this.chains =
                    new Chains(
                            tracking,
                            parcels,
                            () -> Outlook.CLEAR,
                            new Chains.Ways(this::isHere, this::tell, this::send, _ -> {}));
        }

        private boolean isHere(ParcelId parcel) {
            return taskOf(parcel).number == number;
        }

        private void send(ParcelClaim word, Instant at) {
            out.computeIfAbsent(taskOf(word.parcel()).number, _ -> new ArrayDeque<>()).add(word);
        }

        private void tell(Change change, Instant at) {
            met.add(change.parcel().id());
            parcels.apply(change);
            change.milestones()
                    .forEach(event -> told.merge(event.orderId().value(), 1, Integer::sum));
        }

        private void report(
                ParcelId parcel, @Nullable CourierCode wrong, @Nullable ParcelId next, int step) {
            Instant at = hour(step);
            List<Scan> scans = List.of(worded(ScanKind.ARRIVED, step, "line " + step));
            ScansReported report = new ScansReported(parcel, "w", scans, at, wrong, next);
            chains.before(report, at);
            Change change = tracking.reported(parcels.load(parcel, at), scans, at, Outlook.CLEAR);
            tell(change, at);
            chains.after(report, change, scans, at);
        }

        private List<Parcel> parcels() {
            return met.stream().map(id -> parcels.load(id, hour(99))).toList();
        }

        private static KeyValueStore<Bytes, byte[]> store() {
            KeyValueStore<Bytes, byte[]> store =
                    Stores.keyValueStoreBuilder(
                                    Stores.inMemoryKeyValueStore("parcels"),
                                    Serdes.Bytes(),
                                    Serdes.ByteArray())
                            .withLoggingDisabled()
                            .withCachingDisabled()
                            .build();
            store.init(new MockProcessorContext<Void, Void>().getStateStoreContext(), store);
            return store;
        }
    }
}
