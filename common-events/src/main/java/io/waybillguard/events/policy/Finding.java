package io.waybillguard.events.policy;

import io.waybillguard.events.types.Checks;

/**
 * Something about a policy that its shop should know.
 *
 * @param field where, such as {@code rules[2].amountUnder}
 * @param row the name of the rule; empty where it is about none
 * @param message for a person; it names the row
 */
public record Finding(Problem problem, String field, String row, String message) {

    public Finding {
        Checks.required("problem", problem);
        field = Checks.text("field", field, 512);
        row = Checks.text("row", row, 64);
        message = Checks.text("message", message, 512);
    }

    /** What is found. */
    public enum Problem {
        /** No name, so that nobody could tell which row decided. */
        NO_NAME(true),
        NAME_TWICE(true),
        /** A limit that leaves no amount, or conditions that exclude each other or the decision. */
        HOLDS_NEVER(true),
        /** An earlier row holds whenever this one would, or one of several. */
        NEVER_REACHED(true),
        /** Whether earlier rows together leave anything to it was too much to find out. */
        NOT_EXAMINED(false),
        /** An earlier row with another decision takes a part of what this one means. */
        OVERLAP(false),
        /** Neither a later row nor the platform's are ever asked. */
        HOLDS_ALWAYS(false),
        /** It needs something that the policy does not have or switch on. */
        WITHOUT_EFFECT(false);

        private final boolean error;

        Problem(boolean error) {
            this.error = error;
        }

        /** The policy is not to be set with it; else it is a warning. */
        public boolean isError() {
            return error;
        }
    }

    /** See {@link Problem#isError}. */
    public boolean isError() {
        return problem.isError();
    }
}
