package io.waybillguard.aftersales.rules;

/** One thing that must hold for a row to hold. */
@FunctionalInterface
public interface Condition {

    /** Whether it holds, and if not, why. */
    Answer ask(RefundQuestion question);

    /**
     * It can cease to hold by a scan that is under way: no money may move on it before all that the
     * couriers told until then has been read.
     */
    default boolean needsProof() {
        return false;
    }

    /** The same condition, with {@link #needsProof}. */
    static Condition onlyProven(Condition condition) {
        return new OnlyProven(condition);
    }

    /** See {@link #onlyProven}. */
    record OnlyProven(Condition condition) implements Condition {
        @Override
        public Answer ask(RefundQuestion question) {
            return condition.ask(question);
        }

        @Override
        public boolean needsProof() {
            return true;
        }
    }

    /** What came out. */
    sealed interface Answer {
        /** It holds. */
        record Held() implements Answer {}

        /**
         * It does not.
         *
         * @param why in words for the person who reads the explanation
         */
        record Failed(String why) implements Answer {}
    }

    /** Held when {@code holds}, else failed with these words. */
    static Answer check(boolean holds, String otherwise) {
        return holds ? new Answer.Held() : new Answer.Failed(otherwise);
    }
}
