package io.waybillguard.tracker.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One courier's live scans as one task sees them: how many are usual at which hour of the day, how
 * many came lately, and whether so few did that the feed is suspect. What came is learned when its
 * hour is no longer looked back on, and not while the feed is suspect: a dead hour never becomes
 * usual.
 *
 * @param usual live scans in each hour of the day, in UTC; negative where none has been learned
 * @param recent live scans of complete hours that are not yet learned, the latest first
 * @param hour the one that runs, in hours since the epoch
 * @param current live scans in it
 * @param suspectSince null while the feed is not
 * @param trustedSince when it last ceased to be suspect: what parcels did before it may never have
 *     been told; null when it never was, or when nobody waits for what began before it any more
 */
public record Feed(
        List<Double> usual,
        List<Integer> recent,
        long hour,
        int current,
        @Nullable Instant suspectSince,
        @Nullable Instant trustedSince) {

    private static final int DAY = 24;
    private static final double UNKNOWN = -1;
    private static final List<Double> NOTHING_LEARNED = Collections.nCopies(DAY, UNKNOWN);

    /** How much of a new day is taken into what is usual. */
    private static final double LEARNED = 0.3;

    /** Below this many scans a day, a feed is as good as none. */
    private static final double NONE_A_DAY = 0.5;

    /** After a longer gap in time, nothing that came before it is lately. */
    private static final int LONGEST_GAP = 14 * DAY;

    /** A silence that began longer ago than this is no longer waited for. */
    private static final Duration LONGEST_SILENCE = Duration.ofDays(60);

    public Feed {
        usual = List.copyOf(usual);
        recent = List.copyOf(recent);
    }

    /** A feed of which nothing is known. */
    public static Feed unknown(Instant at) {
        return new Feed(NOTHING_LEARNED, List.of(), hourOf(at), 0, null, null);
    }

    public boolean isSuspect() {
        return suspectSince != null;
    }

    /** Whether it can be forgotten: nothing comes, and nothing is usual. */
    public boolean isOver() {
        double aDay = usual.stream().mapToDouble(scans -> Math.max(0, scans)).sum();
        return aDay < NONE_A_DAY
                && current == 0
                && recent.stream().allMatch(scans -> scans == 0)
                && !isSuspect()
                && trustedSince == null;
    }

    /** Whether what a parcel did from {@code since} on was told as it happened. */
    public boolean tells(Instant since) {
        return !isSuspect() && (trustedSince == null || !since.isBefore(trustedSince));
    }

    /** Whether {@code at} is in the hour that runs: then scans may be added without more. */
    public boolean isRunning(Instant at) {
        return hourOf(at) <= hour;
    }

    /** With live scans that came in the hour that runs. */
    public Feed with(int live) {
        return new Feed(usual, recent, hour, current + live, suspectSince, trustedSince);
    }

    /** The feed at {@code now}: hours that are over are taken in, and it is judged. */
    public Feed at(Instant now, FeedRules rules) {
        return reached(hourOf(now), rules).judged(now, rules);
    }

    private Feed reached(long now, FeedRules rules) {
        if (now - hour > LONGEST_GAP) {
            return new Feed(usual, List.of(), now, 0, suspectSince, trustedSince);
        }
        Feed feed = this;
        while (feed.hour < now) {
            feed = feed.hourOver(rules);
        }
        return feed;
    }

    private Feed hourOver(FeedRules rules) {
        List<Integer> lately = new ArrayList<>(recent.size() + 1);
        lately.add(current);
        lately.addAll(recent);
        List<Double> learned = usual;
        while (lately.size() > rules.hours()) {
            int slot = slot(hour + 1 - lately.size());
            learned = isSuspect() ? learned : learned(learned, slot, lately.getLast());
            lately.removeLast();
        }
        return new Feed(learned, lately, hour + 1, 0, suspectSince, trustedSince);
    }

    private static List<Double> learned(List<Double> usual, int slot, int scans) {
        List<Double> learned = new ArrayList<>(usual);
        double before = learned.get(slot);
        learned.set(slot, before < 0 ? scans : before + LEARNED * (scans - before));
        return learned;
    }

    private Feed judged(Instant now, FeedRules rules) {
        Instant since = suspectSince;
        if (since == null) {
            double expected = expected(recent.size(), now);
            boolean dead =
                    expected >= rules.atLeast() && came(recent.size()) < rules.below() * expected;
            return dead ? new Feed(usual, recent, hour, current, now, trustedSince) : recalled(now);
        }
        if (!now.isBefore(since.plus(rules.giveUpAfter()))) {
            return new Feed(NOTHING_LEARNED, recent, hour, current, null, now);
        }
        int last = Math.min(1, recent.size());
        double expected = expected(last, now);
        boolean enough = expected * rules.hours() >= rules.atLeast();
        boolean back = enough && came(last) >= rules.recovered() * expected;
        return back ? new Feed(usual, List.of(), hour, current, null, now) : this;
    }

    /** Without its last suspicion, when that is long ago. */
    private Feed recalled(Instant now) {
        Instant since = trustedSince;
        return since == null || now.isBefore(since.plus(LONGEST_SILENCE))
                ? this
                : new Feed(usual, recent, hour, current, suspectSince, null);
    }

    /** What is usual in that many complete hours and the past part of the one that runs. */
    private double expected(int hours, Instant now) {
        double part = Duration.between(startOf(hour), now).toMillis() / 3_600_000.0;
        double expected = Math.clamp(part, 0, 1) * usualAt(hour);
        for (int ago = 1; ago <= hours; ago++) {
            expected += usualAt(hour - ago);
        }
        return expected;
    }

    private double usualAt(long when) {
        return Math.max(0, usual.get(slot(when)));
    }

    private int came(int hours) {
        return current + recent.subList(0, hours).stream().mapToInt(scans -> scans).sum();
    }

    private static int slot(long hour) {
        return Math.floorMod(hour, DAY);
    }

    private static long hourOf(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), 3600L);
    }

    private static Instant startOf(long hour) {
        return Instant.ofEpochSecond(hour * 3600L);
    }
}
