package io.waybillguard.aftersales.rules;

import io.waybillguard.events.refund.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row: when every condition holds, the decision falls.
 *
 * @param because the row's reason
 */
public record Row(String name, List<Condition> conditions, Decision decision, Phrase because) {

    /** It holds only as long as the parcels have not moved. */
    boolean needsProof() {
        for (Condition condition : conditions) {
            if (condition.needsProof()) {
                return true;
            }
        }
        return false;
    }

    /** The first condition that does not hold; null where the row holds. */
    @Nullable Condition firstFailure(RefundQuestion question) {
        for (Condition condition : conditions) {
            if (!condition.holds(question)) {
                return condition;
            }
        }
        return null;
    }

    static When row(String name) {
        return new When(name);
    }

    /** Begins a row: what must hold. */
    record When(String name) {
        Then when(Condition... conditions) {
            return new Then(name, List.of(conditions));
        }

        Then when(List<Condition> conditions) {
            return new Then(name, List.copyOf(conditions));
        }

        Then always() {
            return new Then(name, List.of());
        }
    }

    /** Goes on: what is decided. */
    record Then(String name, List<Condition> conditions) {
        Why then(Decision decision) {
            return new Why(name, conditions, decision);
        }
    }

    /** Ends a row: why. */
    record Why(String name, List<Condition> conditions, Decision decision) {
        Row because(Because reason, Object... args) {
            return new Row(name, conditions, decision, Phrase.of(reason, args));
        }
    }
}
