package io.waybillguard.tracker.tracking;

import io.waybillguard.events.types.ParcelId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The parcels that a word has been brought to, one after the other, on its way to where its parcel
 * now is.
 *
 * @param been the latest last
 */
public record Path(List<ParcelId> been) {

    /** How many there are at most: more than a chain can have, whatever turns it took meanwhile. */
    static final int LONGEST = 4 * Chain.MOST;

    public Path {
        been = List.copyOf(been);
    }

    /** With one more. */
    public Path to(ParcelId parcel) {
        List<ParcelId> more = new ArrayList<>(been);
        more.add(parcel);
        return new Path(more);
    }

    /**
     * Whether the word goes no further than the latest parcel, though that one went on as {@code
     * next}: they go in a circle, and of those in it the latest is the first by its id, which is
     * the same wherever a word comes from; or the way is too long.
     */
    public boolean endsBefore(ParcelId next) {
        if (been.size() >= LONGEST) {
            return true;
        }
        int since = been.lastIndexOf(next);
        return since >= 0
                && Collections.min(been.subList(since, been.size())).equals(been.getLast());
    }
}
