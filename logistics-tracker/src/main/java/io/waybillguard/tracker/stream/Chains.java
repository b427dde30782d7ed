package io.waybillguard.tracker.stream;

import io.waybillguard.events.parcel.CourierReport.ScansReported;
import io.waybillguard.events.parcel.ParcelClaim;
import io.waybillguard.events.parcel.ParcelClaim.ClaimPassedOn;
import io.waybillguard.events.parcel.ParcelClaim.OfOrder;
import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.parcel.ParcelClaim.ParcelPassedOn;
import io.waybillguard.events.parcel.ParcelClaim.ParcelReleased;
import io.waybillguard.events.parcel.ParcelClaim.ParcelSettled;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.tracking.Change;
import io.waybillguard.tracker.tracking.Outlook;
import io.waybillguard.tracker.tracking.Parcel;
import io.waybillguard.tracker.tracking.Path;
import io.waybillguard.tracker.tracking.Tracking;
import java.nio.BufferUnderflowException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Parcels that are one: what is said of one that went on under another id is brought to where it
 * now is, over partitions through {@code tracker.claims}. For a parcel that never went on it costs
 * nothing.
 */
final class Chains {

    private final Tracking tracking;
    private final ParcelStore parcels;
    private final Supplier<Outlook> outlook;
    private final Ways ways;

    /**
     * What the chains of one task need of it.
     *
     * @param isHere whether a parcel is the task's own
     * @param tell keeps and publishes a change
     * @param passOn sends a word to another task
     * @param moved counts why parcels go on
     */
    record Ways(
            Predicate<ParcelId> isHere,
            BiConsumer<Change, Instant> tell,
            BiConsumer<ParcelClaim, Instant> passOn,
            Consumer<Moved> moved) {}

    /** Why a parcel goes on, or does not. */
    enum Moved {
        CORRECTED,
        REDIRECTED,
        /** It has gone on as often as it may. */
        TOO_OFTEN
    }

    Chains(Tracking tracking, ParcelStore parcels, Supplier<Outlook> outlook, Ways ways) {
        this.tracking = tracking;
        this.parcels = parcels;
        this.outlook = outlook;
        this.ways = ways;
    }

    /**
     * What is said of a parcel.
     *
     * @return whether it can be understood
     * @throws IllegalStateException for the state of a parcel in a version this code does not know
     */
    boolean claim(ParcelClaim claim, Instant at) {
        switch (claim) {
            case ParcelClaimed told -> told(told, told.parcel(), List.of(), at);
            case ParcelReleased told -> told(told, told.parcel(), List.of(), at);
            case ParcelSettled told -> told(told, told.parcel(), List.of(), at);
            case ClaimPassedOn(var parcel, var path, var told, _) -> told(told, parcel, path, at);
            case ParcelPassedOn(var parcel, var path, var state, _) -> {
                Parcel come = read(path.getFirst(), state);
                if (come == null) {
                    return false;
                }
                join(come, parcel, path, at);
            }
        }
        return true;
    }

    /** Before a report's scans are looked at: they are the corrected courier's. */
    void before(ScansReported report, Instant at) {
        CourierCode wrong = report.correctedFrom();
        if (wrong != null && !wrong.equals(report.parcel().courier())) {
            corrected(new ParcelId(wrong, report.parcel().waybill()), report.parcel(), at);
        }
    }

    /**
     * After a report's scans were taken by the parcel it names: what is new of them goes on, and so
     * does the parcel.
     */
    void after(ScansReported report, Change change, List<Scan> scans, Instant at) {
        Parcel parcel = change.parcel();
        if (parcel.successor() != null && change.fresh().contains(true)) {
            Parcel heard = tracking.heard(parcel.id(), change.freshOf(scans), at);
            bring(heard, parcel.successor(), at);
        }
        ParcelId next = report.redirectedTo();
        if (next != null) {
            redirected(report.parcel(), next, at);
        }
    }

    /**
     * The latest word holds: a parcel that went the other way before comes back. Where the wrong
     * one was handed on, the right one was.
     */
    private void corrected(ParcelId wrong, ParcelId right, Instant at) {
        Parcel from = end(wrong, at);
        Parcel here = end(right, at);
        if (from.id().equals(right)) {
            return;
        }
        if (from.successor() != null) {
            if (here.successor() == null) {
                move(here, from.successor(), Moved.CORRECTED, at);
            }
            return;
        }
        if (here.id().equals(from.id())) {
            ways.tell().accept(tracking.back(parcels.load(right, at)), at);
            from = from.goingBack();
        }
        move(from, right, Moved.CORRECTED, at);
    }

    /** The first word holds: where a number was handed on to is told of that one. */
    private void redirected(ParcelId old, ParcelId next, Instant at) {
        Parcel from = end(old, at, id -> id.waybill().equals(old.waybill()));
        boolean isKnown =
                from.successor() != null
                        || from.id().equals(next)
                        || (ways.isHere().test(next) && end(next, at).id().equals(from.id()));
        if (!isKnown) {
            move(from, next, Moved.REDIRECTED, at);
        }
    }

    private void move(Parcel from, ParcelId to, Moved why, Instant at) {
        if (from.chain().isFull()) {
            ways.moved().accept(Moved.TOO_OFTEN);
            return;
        }
        ways.moved().accept(why);
        ways.tell().accept(tracking.moved(from, to, at), at);
        bring(from, to, at);
    }

    private void bring(Parcel come, ParcelId to, Instant at) {
        List<ParcelId> path = List.of(come.id());
        if (ways.isHere().test(to)) {
            join(come, to, path, at);
        } else {
            ways.passOn().accept(passedOn(come, to, path, at), at);
        }
    }

    private void join(Parcel come, ParcelId to, List<ParcelId> path, Instant at) {
        Parcel here = follow(to, path, at, (next, been) -> passedOn(come, next, been, at));
        if (here != null) {
            ways.tell().accept(tracking.joined(here, come, at, outlook.get()), at);
        }
    }

    private void told(OfOrder claim, ParcelId to, List<ParcelId> path, Instant at) {
        Parcel here =
                follow(to, path, at, (next, been) -> new ClaimPassedOn(next, been, claim, at));
        if (here != null) {
            ways.tell().accept(tracking.told(here, claim, at, outlook.get()), at);
        }
    }

    /** Where the parcel now is; null when that is elsewhere, and the word was passed on. */
    private @Nullable Parcel follow(
            ParcelId id,
            List<ParcelId> path,
            Instant at,
            BiFunction<ParcelId, List<ParcelId>, ParcelClaim> word) {
        Parcel parcel = parcels.load(id, at);
        Path way = new Path(path);
        for (ParcelId next = parcel.successor(); next != null; next = parcel.successor()) {
            way = way.to(parcel.id());
            if (way.endsBefore(next)) {
                Change back = tracking.back(parcel);
                ways.tell().accept(back, at);
                return back.parcel();
            }
            if (!ways.isHere().test(next)) {
                ways.passOn().accept(word.apply(next, way.been()), at);
                return null;
            }
            parcel = parcels.load(next, at);
        }
        return parcel;
    }

    /** Where the parcel now is as far as this task can tell: what is its own goes in no circle. */
    private Parcel end(ParcelId id, Instant at) {
        return end(id, at, ways.isHere());
    }

    private Parcel end(ParcelId id, Instant at, Predicate<ParcelId> goesOn) {
        Parcel parcel = parcels.load(id, at);
        while (parcel.successor() != null && goesOn.test(parcel.successor())) {
            parcel = parcels.load(parcel.successor(), at);
        }
        return parcel;
    }

    private static ParcelPassedOn passedOn(
            Parcel come, ParcelId to, List<ParcelId> path, Instant at) {
        String state = Base64.getEncoder().encodeToString(ParcelCodec.write(come));
        return new ParcelPassedOn(to, path, state, at);
    }

    private static @Nullable Parcel read(ParcelId id, String state) {
        try {
            return ParcelCodec.read(id, Base64.getDecoder().decode(state));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return null;
        }
    }
}
