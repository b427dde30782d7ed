package io.waybillguard.aftersales.rules;

import io.waybillguard.events.policy.Language;
import org.jspecify.annotations.Nullable;

/** One row, as it came out. Why it did not hold is put together only when somebody asks. */
public sealed interface Looked {

    /** The row's name. */
    String row();

    /** The row's own reason. */
    Phrase because();

    /** The first condition that did not hold, as it was; null on the row that held. */
    @Nullable Phrase reason();

    /** Whether it held. */
    default boolean held() {
        return reason() == null;
    }

    /** Why it did not hold, in English; null where it did. */
    default @Nullable String failed() {
        Phrase reason = reason();
        return reason == null ? null : reason.in(Language.EN);
    }

    /** It held. */
    record Held(String row, Phrase because) implements Looked {
        @Override
        public @Nullable Phrase reason() {
            return null;
        }
    }

    /** It did not, by this condition of its own. */
    record Failed(Row of, Condition first, RefundQuestion question) implements Looked {
        @Override
        public String row() {
            return of.name();
        }

        @Override
        public Phrase because() {
            return of.because();
        }

        @Override
        public Phrase reason() {
            return first.why(question);
        }

        @Override
        public boolean held() {
            return false;
        }
    }

    /** It did, and was overruled. */
    record Overruled(String row, Phrase reason, Phrase because) implements Looked {}
}
