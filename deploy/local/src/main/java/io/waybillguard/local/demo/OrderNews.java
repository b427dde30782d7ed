package io.waybillguard.local.demo;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** What the platform published about one order so far; its story waits here for the next. */
final class OrderNews {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Known known = new Known();

    /** The news themselves: only touched under the lock. */
    static final class Known {
        private final Map<ParcelId, Stage> stages = new HashMap<>();
        private final List<StallDetails> stalls = new ArrayList<>();
        private final Set<ParcelId> cleared = new HashSet<>();
        private final Set<RefundId> decided = new HashSet<>();
        private final Map<RefundId, CaseState> states = new HashMap<>();
        private final Map<RefundId, Instant> entered = new HashMap<>();
        private final Map<RefundId, CaseOutcome> outcomes = new HashMap<>();
        private final Set<RefundId> overtaken = new HashSet<>();

        boolean isAt(ParcelId parcel, Stage stage) {
            return stages.get(parcel) == stage;
        }

        boolean hasStalled(ParcelId parcel, Halt halt) {
            return stalls.stream()
                    .anyMatch(stall -> stall.parcel().equals(parcel) && halt.isSeenIn(stall));
        }

        boolean hasCleared(ParcelId parcel) {
            return cleared.contains(parcel);
        }

        boolean isDecided(RefundId refund) {
            return decided.contains(refund);
        }

        boolean isIn(RefundId refund, CaseState state) {
            return states.get(refund) == state;
        }

        /** Whether a deadline, in its own time, moved the case before anybody acted. */
        boolean isOvertaken(RefundId refund) {
            return overtaken.contains(refund);
        }

        boolean hasEnded(RefundId refund, CaseOutcome outcome) {
            return outcomes.get(refund) == outcome;
        }
    }

    void stage(ParcelId parcel, Stage stage) {
        change(() -> known.stages.put(parcel, stage));
    }

    void stalled(StallDetails stall) {
        change(() -> known.stalls.add(stall));
    }

    void cleared(ParcelId parcel) {
        change(() -> known.cleared.add(parcel));
    }

    void decided(RefundId refund) {
        change(() -> known.decided.add(refund));
    }

    void moved(RefundId refund, CaseState state, MoveReason because, Instant at) {
        change(() -> {
            Duration wait = Waits.before(because);
            Instant since = known.entered.get(refund);
            if (wait != null && since != null && !at.isBefore(since.plus(wait))) {
                known.overtaken.add(refund);
            }
            if (known.states.put(refund, state) != state) {
                known.entered.put(refund, at);
            }
        });
    }

    void closed(RefundId refund, CaseOutcome outcome) {
        change(() -> known.outcomes.put(refund, outcome));
    }

    /**
     * Waits until {@code wanted} holds.
     *
     * @param what is waited for, in words
     * @throws StoryBroken when it does not hold within {@code patience}
     */
    void await(String what, Duration patience, Predicate<Known> wanted)
            throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (!wanted.test(known)) {
                if (left <= 0) {
                    throw new StoryBroken(
                            "waited " + patience.toSeconds() + " s in vain for " + what);
                }
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether {@code wanted} holds now. */
    boolean holds(Predicate<Known> wanted) {
        lock.lock();
        try {
            return wanted.test(known);
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
