package io.waybillguard.aftersales.rules;

/** One thing that must hold for a row to hold. */
@FunctionalInterface
public interface Condition {

    /** Whether it holds, and if not, why. */
    Answer ask(RefundQuestion question);

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
