package io.waybillguard.aftersales.rules;

import java.util.function.Function;

/** One thing that must hold for a row to hold. */
public interface Condition {

    /** What it asks for. */
    Phrase words();

    /** Whether it holds, and if not, why. */
    Answer ask(RefundQuestion question);

    /**
     * It can cease to hold by a scan that is under way: no money may move on it before all that the
     * couriers told until then has been read.
     */
    default boolean needsProof() {
        return false;
    }

    /** One in these words. */
    static Condition that(Phrase words, Function<RefundQuestion, Answer> ask) {
        return new That(words, ask, false);
    }

    /** One in these words, with {@link #needsProof}. */
    static Condition provenThat(Phrase words, Function<RefundQuestion, Answer> ask) {
        return new That(words, ask, true);
    }

    /** See {@link #that}. */
    record That(Phrase words, Function<RefundQuestion, Answer> asked, boolean needsProof)
            implements Condition {
        @Override
        public Answer ask(RefundQuestion question) {
            return asked.apply(question);
        }
    }

    /** What came out. */
    sealed interface Answer {
        /** It holds. */
        record Held() implements Answer {}

        /** It does not. */
        record Failed(Phrase why) implements Answer {}
    }

    /** It holds. */
    Answer HELD = new Answer.Held();

    /** It does not, for this reason. */
    static Answer failed(Template reason, Object... seen) {
        return new Answer.Failed(Phrase.of(reason, seen));
    }

    /** Held when {@code holds}, else failed for this reason. */
    static Answer check(boolean holds, Template reason, Object... seen) {
        return holds ? HELD : failed(reason, seen);
    }
}
