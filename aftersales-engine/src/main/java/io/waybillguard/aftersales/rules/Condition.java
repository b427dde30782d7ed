package io.waybillguard.aftersales.rules;

import java.util.function.Function;
import java.util.function.Predicate;

/** One thing that must hold for a row to hold. */
public interface Condition {

    /** What it asks for. */
    Phrase words();

    /** Whether it does. */
    boolean holds(RefundQuestion question);

    /** Why it does not, with the figures that were seen; of a question for which it does not. */
    Phrase why(RefundQuestion question);

    /**
     * It can cease to hold by a scan that is under way: no money may move on it before all that the
     * couriers told until then has been read.
     */
    default boolean needsProof() {
        return false;
    }

    /** One in these words. */
    static Condition that(
            Phrase words, Predicate<RefundQuestion> holds, Function<RefundQuestion, Phrase> why) {
        return new That(words, holds, why, false);
    }

    /** One in these words, with {@link #needsProof}. */
    static Condition provenThat(
            Phrase words, Predicate<RefundQuestion> holds, Function<RefundQuestion, Phrase> why) {
        return new That(words, holds, why, true);
    }

    /** See {@link #that}. */
    record That(
            Phrase words,
            Predicate<RefundQuestion> holding,
            Function<RefundQuestion, Phrase> failing,
            boolean needsProof)
            implements Condition {
        @Override
        public boolean holds(RefundQuestion question) {
            return holding.test(question);
        }

        @Override
        public Phrase why(RefundQuestion question) {
            return failing.apply(question);
        }
    }
}
