package io.waybillguard.tracker.feed;

import io.waybillguard.events.types.CourierCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The feeds of all couriers, as one task sees them, and which of them are suspect. Beyond a number
 * of couriers, new ones are not watched. For one thread.
 */
public final class Feeds {

    private static final int MOST = 1000;

    private final FeedRules rules;
    private final Map<CourierCode, Feed> feeds = new HashMap<>();
    private final Set<CourierCode> changed = new HashSet<>();
    private Set<CourierCode> suspect = Set.of();

    public Feeds(FeedRules rules) {
        this.rules = rules;
    }

    /** Takes what was stored. */
    public void restore(CourierCode courier, Feed feed) {
        feeds.put(courier, feed);
        suspect = allSuspect();
    }

    /** Whether a scan that happened then counts when it arrives at {@code at}. */
    public boolean isLive(Instant happened, Instant at) {
        return !happened.plus(rules.live()).isBefore(at);
    }

    /** Live scans of a courier came. */
    public void came(CourierCode courier, int live, Instant at) {
        Feed known = feeds.get(courier);
        if (known == null) {
            if (feeds.size() >= MOST) {
                return;
            }
            known = Feed.unknown(at);
        }
        Feed running = known.isRunning(at) ? known : known.at(at, rules);
        feeds.put(courier, running.with(live));
        changed.add(courier);
    }

    /**
     * Judges all feeds.
     *
     * @return whether others are suspect than before
     */
    public boolean judge(Instant now) {
        for (var iterator = feeds.entrySet().iterator(); iterator.hasNext(); ) {
            Map.Entry<CourierCode, Feed> entry = iterator.next();
            Feed before = entry.getValue();
            Feed after = before.at(now, rules);
            if (after.isOver()) {
                iterator.remove();
                changed.add(entry.getKey());
            } else if (!after.equals(before)) {
                entry.setValue(after);
                changed.add(entry.getKey());
            }
        }
        Set<CourierCode> before = suspect;
        suspect = allSuspect();
        return !suspect.equals(before);
    }

    /** Couriers whose feeds are suspect, as of the last judging. */
    public Set<CourierCode> suspect() {
        return suspect;
    }

    /** Whether what the courier's parcels did from {@code since} on was told as it happened. */
    public boolean tells(CourierCode courier, Instant since) {
        Feed feed = feeds.get(courier);
        return feed == null || feed.tells(since);
    }

    /** A courier's feed; null when it is not watched. */
    public @Nullable Feed of(CourierCode courier) {
        return feeds.get(courier);
    }

    /** Couriers whose feed changed since the last call, or is no longer watched. */
    public Set<CourierCode> takeChanged() {
        Set<CourierCode> all = Set.copyOf(changed);
        changed.clear();
        return all;
    }

    private Set<CourierCode> allSuspect() {
        Set<CourierCode> all = new HashSet<>();
        feeds.forEach((courier, feed) -> {
            if (feed.isSuspect()) {
                all.add(courier);
            }
        });
        return Set.copyOf(all);
    }
}
