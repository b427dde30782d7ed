package io.waybillguard.local.sandbox;

import java.util.Random;

/** What holds now, and for which calls: the same calls for the same telling. */
final class Misbehaviour {

    private static final long SEED = 20240229;

    private Behaviour current = Behaviour.NORMAL;
    private Random choice = new Random(SEED);

    /** Replaces what held; the choice of calls starts anew. */
    synchronized void tell(Behaviour behaviour) {
        current = behaviour;
        choice = new Random(SEED);
    }

    synchronized Behaviour current() {
        return current;
    }

    /**
     * How to treat the next call.
     *
     * @param doesSomething false for a look-up, which some modes leave alone and do not count
     */
    synchronized Behaviour forNextCall(boolean doesSomething) {
        boolean concerned = doesSomething || current.mode().concernsLookUps();
        if (current.mode() == Mode.NORMAL || !concerned || choice.nextDouble() >= current.share()) {
            return Behaviour.NORMAL;
        }
        Behaviour applied = current;
        Integer left = current.times();
        if (left != null) {
            current = left > 1 ? current.times(left - 1) : Behaviour.NORMAL;
            return left > 0 ? applied : Behaviour.NORMAL;
        }
        return applied;
    }
}
