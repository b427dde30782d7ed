package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.aftersales.dispatch.interception.InterceptionDispatcher.Place;
import io.waybillguard.events.interception.InterceptionCommand;
import io.waybillguard.events.interception.InterceptionCommand.InterceptionCancelled;
import io.waybillguard.events.interception.InterceptionResult.InterceptionWaiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the engine, once a command, that it has waited long for a courier that cannot be reached:
 * whether the parcel can wait as well is for the case to say.
 */
final class LongWaits {

    private final InterceptionResults results;
    private final Duration after;
    private final Clock clock;
    private final Set<Place> told = ConcurrentHashMap.newKeySet();

    LongWaits(InterceptionResults results, Duration after, Clock clock) {
        this.results = results;
        this.after = after;
        this.clock = clock;
    }

    /**
     * A command is held.
     *
     * @param since when it came on its topic
     * @param why a few fixed words
     */
    void held(Place place, InterceptionCommand command, Instant since, String why) {
        Instant now = clock.instant();
        boolean isLong = !now.isBefore(since.plus(after));
        if (isLong && !(command instanceof InterceptionCancelled) && !told.contains(place)) {
            results.tell(
                    new InterceptionWaiting(
                            command.interceptionId(),
                            command.refundId(),
                            command.orderId(),
                            command.parcel(),
                            why,
                            now));
            told.add(place);
        }
    }

    /** It is not held any more. */
    void over(Place place) {
        told.remove(place);
    }
}
