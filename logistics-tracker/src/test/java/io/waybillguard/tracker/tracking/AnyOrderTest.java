package io.waybillguard.tracker.tracking;

import static io.waybillguard.tracker.Scans.claim;
import static io.waybillguard.tracker.Scans.full;
import static io.waybillguard.tracker.Scans.hour;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.parcel.StallEvent.StallCleared;
import io.waybillguard.events.parcel.StallEvent.StallDetected;
import io.waybillguard.events.parcel.StallEvent.StallEscalated;
import io.waybillguard.events.parcel.StallEvent.StallReviewed;
import io.waybillguard.events.types.Region;
import io.waybillguard.tracker.parcel.ScanFact;
import io.waybillguard.tracker.tracking.Telling.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Seeded histories, told once in order and then in every other way: shuffled within and across
 * pushes, repeated, split, with the orders' claims before, between and after. What holds, and what
 * cannot, is argued in docs/decisions/009-any-order.md.
 */
class AnyOrderTest {

    private static final int ROUNDS = 1_500;
    private static final int LONG_AGO = -100 * 24;
    private static final List<ScanKind> ON_THE_WAY =
            List.of(
                    ScanKind.ORDERED,
                    ScanKind.COLLECTED,
                    ScanKind.DEPARTED,
                    ScanKind.ARRIVED,
                    ScanKind.ARRIVED,
                    ScanKind.AT_DESTINATION,
                    ScanKind.OUT_FOR_DELIVERY,
                    ScanKind.STORED,
                    ScanKind.DELIVERY_FAILED,
                    ScanKind.RETURNING,
                    ScanKind.INTERCEPTED,
                    ScanKind.CUSTOMS,
                    ScanKind.REDIRECTED,
                    ScanKind.OTHER,
                    ScanKind.PROBLEM,
                    ScanKind.PROBLEM,
                    ScanKind.PROBLEM,
                    ScanKind.PROBLEM);
    private static final List<ScanKind> ENDS =
            List.of(ScanKind.SIGNED, ScanKind.REFUSED, ScanKind.RETURNED, ScanKind.CANCELLED);

    /** In order: every split, every repetition, and whenever the order claims the parcel. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void scansToldAsTheyHappenedTellTheSameStallsInTheSameWordsHoweverTheyAreSplit(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<Scan> history = history(random, Flavour.values()[round % 3]);
            Input.Claims order = new Input.Claims(claim("o-1", 0));
            Telling once = Telling.of(List.of(order, new Input.Push(history)));
            List<Input> inputs = pushes(history, random);
            inputs.add(random.nextInt(inputs.size() + 1), order);

            Telling split = Telling.of(inputs);

            Supplier<String> as = told(seed, round, inputs);
            assertThat(split.parcel().history()).as(as).isEqualTo(once.parcel().history());
            assertThat(words(split)).as(as).isEqualTo(words(once));
        }
    }

    /** In any order. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void scansToldInAnyOrderTellTheSameParcelAndTheSameStalls(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Flavour flavour = Flavour.values()[round % 3];
            List<Scan> history = history(random, flavour);
            List<ParcelClaimed> claims = claims(random);
            List<Input> straight = new ArrayList<>();
            claims.forEach(claim -> straight.add(new Input.Claims(claim)));
            straight.add(new Input.Push(history));
            Telling once = Telling.of(straight);

            List<Scan> again = repeated(history, random);
            Collections.shuffle(again, random);
            List<Input> inputs = pushes(again, random);
            claims.forEach(claim ->
                    inputs.add(random.nextInt(inputs.size() + 1), new Input.Claims(claim)));
            Telling shuffled = Telling.of(inputs);

            Supplier<String> as = told(seed, round, inputs);
            sameParcel(shuffled, once, as);
            toldWell(shuffled, as);
            sameStalls(shuffled, once, history, flavour, as);
        }
    }

    /** In any order, and of two parcels that had the number one after the other. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void twoParcelsOfOneNumberToldInAnyOrderEndAsTheSecond(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS / 2; round++) {
            Flavour flavour = Flavour.values()[round % 3];
            List<Scan> first = ended(history(random, flavour), random);
            List<Scan> second = history(random, flavour);
            Input.Claims before = new Input.Claims(claim("o-0", LONG_AGO - 50));
            Input.Claims order = new Input.Claims(claim("o-1", -50));
            Telling once =
                    Telling.of(
                            List.of(before, new Input.Push(first), order, new Input.Push(second)));

            List<Scan> all = repeated(first, random);
            all.addAll(repeated(second, random));
            Collections.shuffle(all, random);
            List<Input> inputs = pushes(all, random);
            inputs.add(random.nextInt(inputs.size() + 1), before);
            inputs.add(random.nextInt(inputs.size() + 1), order);
            Telling shuffled = Telling.of(inputs);

            Supplier<String> as = told(seed, round, inputs);
            assertThat(shuffled.parcel().history().facts())
                    .as(as)
                    .isEqualTo(once.parcel().history().facts());
            assertThat(shuffled.parcel().journey()).as(as).isEqualTo(once.parcel().journey());
            assertThat(shuffled.parcel().claims()).as(as).isEqualTo(once.parcel().claims());
            assertThat(unnumbered(shuffled.parcel().watch().open()))
                    .as(as)
                    .isEqualTo(unnumbered(once.parcel().watch().open()));
            toldWell(shuffled, as);
        }
    }

    /**
     * In any order, and some only after deadlines that they would have put off have fired: what was
     * told is told well, the parcel is the same, and it is in a stall or not as it would have been.
     */
    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void deadlinesThatFireBetweenPushesChangeOnlyWhatIsToldMeanwhile(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS / 2; round++) {
            List<Scan> history = history(random, Flavour.values()[round % 3]);
            Input.Claims order = new Input.Claims(claim("o-1", 0));
            Telling once = Telling.of(List.of(order, new Input.Push(history)));
            List<Scan> again = repeated(history, random);
            Collections.shuffle(again, random);
            List<Input> inputs = pushes(again, random);
            inputs.add(random.nextInt(inputs.size() + 1), order);
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                inputs.add(
                        random.nextInt(inputs.size() + 1),
                        new Input.Pause(Duration.ofHours(random.nextInt(80))));
            }

            Telling interrupted = Telling.of(inputs);

            Supplier<String> as = told(seed, round, inputs);
            sameParcel(interrupted, once, as);
            toldWell(interrupted, as);
            assertThat(interrupted.parcel().watch().open() == null)
                    .as(as)
                    .isEqualTo(once.parcel().watch().open() == null);
        }
    }

    private static List<Scan> ended(List<Scan> history, Random random) {
        List<Scan> ended = new ArrayList<>();
        history.forEach(scan -> ended.add(longAgo(scan)));
        ScanKind end = random.nextBoolean() ? ScanKind.SIGNED : ScanKind.RETURNED;
        ended.add(full(end, null, hour(LONG_AGO), "", "the end", null));
        return ended;
    }

    private static Scan longAgo(Scan scan) {
        return full(
                scan.kind(),
                scan.reason(),
                scan.happenedAt().plus(Duration.ofHours(LONG_AGO)),
                scan.place(),
                scan.text(),
                scan.signedBy());
    }

    private static Supplier<String> told(long seed, int round, List<Input> inputs) {
        return () -> "seed %d round %d: %s".formatted(seed, round, inputs);
    }

    private static void sameParcel(Telling actual, Telling expected, Supplier<String> as) {
        assertThat(actual.parcel().history()).as(as).isEqualTo(expected.parcel().history());
        assertThat(actual.parcel().journey()).as(as).isEqualTo(expected.parcel().journey());
        assertThat(actual.parcel().claims()).as(as).isEqualTo(expected.parcel().claims());
        assertThat(
                        actual.lastMilestones(told ->
                                List.of(
                                        told.stage(),
                                        told.intercepted(),
                                        "" + told.signedAt(),
                                        "" + told.signedBy())))
                .as(as)
                .isEqualTo(
                        expected.lastMilestones(told ->
                                List.of(
                                        told.stage(),
                                        told.intercepted(),
                                        "" + told.signedAt(),
                                        "" + told.signedBy())));
    }

    /** Raised once, cleared once, numbered as raised, and the latest word is what stands. */
    private static void toldWell(Telling told, Supplier<String> as) {
        assertThat(told.revisions()).as(as).doesNotHaveDuplicates();
        for (ParcelClaimed claim : told.parcel().claims().stream().map(Claim::told).toList()) {
            int raised = 0;
            Set<Integer> open = new TreeSet<>();
            for (StallEvent event : told.stalls()) {
                if (!event.orderId().equals(claim.orderId())) {
                    continue;
                }
                int episode = event.stall().episode();
                switch (event) {
                    case StallDetected _ -> {
                        assertThat(episode).as(as).isGreaterThan(raised);
                        raised = episode;
                        open.add(episode);
                    }
                    case StallCleared _ -> assertThat(open.remove(episode)).as(as).isTrue();
                    case StallEscalated _, StallReviewed _ ->
                            assertThat(open).as(as).contains(episode);
                }
            }
        }
        var open = told.parcel().watch().open();
        assertThat(told.open().values())
                .as(as)
                .hasSize(open == null ? 0 : told.parcel().claims().size())
                .allSatisfy(stall -> {
                    assertThat(open).isNotNull();
                    assertThat(stall.episode()).isEqualTo(open.episode());
                    assertThat(stall.kind()).isEqualTo(open.kind());
                    assertThat(stall.level()).isEqualTo(open.level());
                });
    }

    private static void sameStalls(
            Telling actual,
            Telling expected,
            List<Scan> history,
            Flavour flavour,
            Supplier<String> as) {
        assertThat(unnumbered(actual.parcel().watch().open()))
                .as(as)
                .isEqualTo(unnumbered(expected.parcel().watch().open()));
        List<String> told = spans(actual, history);
        List<String> shown = spans(expected, history);
        assertThat(told).as(as).containsAll(shown);
        if (flavour == Flavour.STRAIGHT) {
            assertThat(told).as(as).containsExactlyInAnyOrderElementsOf(shown);
        }
    }

    private static @Nullable Object unnumbered(
            io.waybillguard.tracker.stall.@Nullable OpenStall open) {
        return open == null
                ? null
                : List.of(
                        open.kind(),
                        open.cause(),
                        "" + open.problem(),
                        open.level(),
                        open.since(),
                        open.row(),
                        open.stage(),
                        open.lastPlace(),
                        open.deadline());
    }

    /** Each stall by its cause and the movements between which it was. */
    private static List<String> spans(Telling told, List<Scan> history) {
        List<Instant> moves =
                history.stream()
                        .filter(scan -> MOVES.contains(scan.kind()))
                        .map(Scan::happenedAt)
                        .toList();
        return told.episodes().values().stream()
                .map(stall -> "%s from %s".formatted(stall.cause(), before(stall, moves)))
                .toList();
    }

    private static final Set<ScanKind> MOVES = moves();

    private static Set<ScanKind> moves() {
        Set<ScanKind> all = new TreeSet<>(List.of(ScanKind.values()));
        all.removeAll(
                Set.of(
                        ScanKind.ORDERED,
                        ScanKind.DELIVERY_FAILED,
                        ScanKind.PROBLEM,
                        ScanKind.OTHER));
        return all;
    }

    private static String before(StallDetails stall, List<Instant> moves) {
        return moves.stream()
                .filter(moved -> !moved.isAfter(stall.since()))
                .max(Comparator.naturalOrder())
                .map(Instant::toString)
                .orElse("the start");
    }

    private static List<String> words(Telling told) {
        return told.stalls().stream()
                .map(event ->
                        event.getClass().getSimpleName()
                                + event.stall()
                                + (event instanceof StallCleared cleared ? cleared.by() : ""))
                .toList();
    }

    private enum Flavour {
        /** Onward, without an end and without a circle. */
        STRAIGHT,
        /** With signatures, refusals, returns and cancellations. */
        ENDING,
        /** Between few hubs, with scans of one instant. */
        CIRCLING
    }

    private static List<Scan> history(Random random, Flavour flavour) {
        List<Scan> scans = new ArrayList<>();
        int size = 1 + random.nextInt(12);
        for (int i = 0; i < size; i++) {
            boolean end = flavour == Flavour.ENDING && random.nextInt(4) == 0;
            List<ScanKind> kinds = end ? ENDS : ON_THE_WAY;
            scans.add(scan(kinds.get(random.nextInt(kinds.size())), i, flavour, random));
        }
        scans.sort(Comparator.comparing(ScanFact::of, ScanFact.ORDER));
        return scans;
    }

    private static Scan scan(ScanKind kind, int line, Flavour flavour, Random random) {
        int minute = random.nextInt(flavour == Flavour.CIRCLING ? 12 : 1000);
        String place = flavour == Flavour.CIRCLING ? "hub " + random.nextInt(2) : "hub " + line;
        return full(
                kind,
                kind == ScanKind.PROBLEM || kind == ScanKind.DELIVERY_FAILED
                        ? any(ProblemReason.values(), random)
                        : null,
                hour(-40 + minute / 60.0),
                random.nextInt(4) == 0 ? "" : place,
                "line " + line,
                kind == ScanKind.SIGNED ? any(SignedBy.values(), random) : null);
    }

    private static <T> T any(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    /** One order or two, of different regions: their thresholds differ. */
    private static List<ParcelClaimed> claims(Random random) {
        List<ParcelClaimed> claims = new ArrayList<>();
        claims.add(claim("o-1", 0));
        if (random.nextBoolean()) {
            claims.add(claim("o-2", -1, ParcelRole.DELIVERY, Region.of("新疆")));
        }
        return claims;
    }

    /** Some lines more than once, sometimes at first without their code. */
    private static List<Scan> repeated(List<Scan> history, Random random) {
        List<Scan> again = new ArrayList<>(history);
        for (int i = random.nextInt(history.size() + 1); i > 0; i--) {
            Scan scan = history.get(random.nextInt(history.size()));
            again.add(random.nextInt(3) == 0 ? vague(scan) : scan);
        }
        return again;
    }

    private static Scan vague(Scan scan) {
        return full(ScanKind.OTHER, null, scan.happenedAt(), scan.place(), scan.text(), null);
    }

    /** Split in pushes; sometimes one repeats all that came before it, as aggregators do. */
    private static List<Input> pushes(List<Scan> scans, Random random) {
        List<Input> pushes = new ArrayList<>();
        int from = 0;
        while (from < scans.size()) {
            int to = Math.min(scans.size(), from + 1 + random.nextInt(4));
            List<Scan> lines =
                    new ArrayList<>(scans.subList(random.nextInt(3) == 0 ? 0 : from, to));
            Collections.shuffle(lines, random);
            pushes.add(new Input.Push(lines));
            from = to;
        }
        return pushes;
    }
}
