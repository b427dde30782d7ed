package io.waybillguard.tracker.stream;

import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.tracker.feed.FeedRules;
import io.waybillguard.tracker.feed.Feeds;
import io.waybillguard.tracker.silence.SilenceRules;
import io.waybillguard.tracker.stall.UsualSilences;
import io.waybillguard.tracker.tracking.EndedSilence;
import io.waybillguard.tracker.tracking.Outlook;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/** What one task knows beside its parcels: the filings of all, and the feeds as it sees them. */
final class Surroundings {

    /** What became known at a look, the more far-reaching last. */
    enum News {
        NONE,
        /** A feed is suspect, or no longer: open stalls are concerned. */
        FEEDS,
        /** Filings: deadlines are concerned too. */
        FILINGS
    }

    private final FilingWatch filings;
    private final Feeds feeds;
    private final FeedStore store;
    private final @Nullable SilenceStore silences;
    private final TrackerMetrics metrics;
    private Outlook outlook = Outlook.CLEAR;

    /**
     * What a task knows.
     *
     * @param learning how silences are learned; null when no row asks for it
     */
    Surroundings(
            ProcessorContext<?, ?> context,
            FeedRules rules,
            @Nullable SilenceRules learning,
            TrackerMetrics metrics) {
        this.filings = new FilingWatch(context.getStateStore(KeepFilings.STORE));
        this.feeds = new Feeds(rules);
        this.store = new FeedStore(context.getStateStore(FeedStore.NAME), feeds);
        this.silences =
                learning == null
                        ? null
                        : new SilenceStore(
                                context.getStateStore(SilenceStore.NAME), learning, metrics);
        this.metrics = metrics;
    }

    void restore() {
        store.restore();
        if (silences != null) {
            silences.restore();
        }
        filings.look();
        now();
    }

    Outlook outlook() {
        return outlook;
    }

    /** New scans of a courier came. */
    void came(CourierCode courier, List<Scan> scans, List<Boolean> fresh, Instant at) {
        int live = 0;
        for (int i = 0; i < scans.size(); i++) {
            if (fresh.get(i) && feeds.isLive(scans.get(i).happenedAt(), at)) {
                live++;
            }
        }
        if (live > 0) {
            feeds.came(courier, live, at);
        }
    }

    /** Silences ended: those that a feed may have made longer than they were teach nothing. */
    void ended(List<EndedSilence> ended, Instant at) {
        if (silences != null) {
            silences.learn(
                    ended.stream().filter(one -> feeds.tells(one.courier(), one.since())).toList(),
                    at);
        }
    }

    /** Looks around, at a pulse. */
    News look(Instant now) {
        if (silences != null) {
            silences.settle(now);
        }
        boolean filed = filings.look();
        boolean fed = store.judge(now);
        if (filed || fed) {
            now();
        }
        return filed ? News.FILINGS : fed ? News.FEEDS : News.NONE;
    }

    private void now() {
        Outlook before = outlook;
        outlook =
                new Outlook(
                        filings.filings(),
                        store.suspect(),
                        silences == null ? UsualSilences.UNKNOWN : silences.usual());
        metrics.suspect(before.silent(), outlook.silent());
    }

    /** The task ends. */
    void close() {
        metrics.suspect(outlook.silent(), Set.of());
        if (silences != null) {
            silences.close();
        }
    }
}
