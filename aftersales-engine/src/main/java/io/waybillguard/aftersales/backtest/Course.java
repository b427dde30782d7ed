package io.waybillguard.aftersales.backtest;

import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.Explanation;
import io.waybillguard.events.types.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one request came to under one policy.
 *
 * @param answers in order: the decision, and each one anew; empty while the order is not known
 * @param explanation of the last answer
 * @param paid what the payment side was told to pay; nothing where it was not
 * @param person a person had to act
 * @param interception what is known of it
 * @param state where the case stood at the end
 */
public record Course(
        List<Answer> answers,
        @Nullable Explanation explanation,
        Money paid,
        boolean person,
        Interception interception,
        CaseState state) {

    /** A decision and the row that held. */
    public record Answer(Decision decision, String row) {}

    /** Whether the courier was to stop the parcel, and whether it did. */
    public enum Interception {
        /** Not asked for. */
        NONE,
        /** Asked for; by the end of the record the courier had not stopped the parcel. */
        ASKED,
        /** The courier stopped it. */
        STOPPED,
        /** Would be asked for and was not then: nobody knows what the courier would have done. */
        WOULD_BE_ASKED
    }

    public Course {
        answers = List.copyOf(answers);
    }

    /** The answer that stood at the end; null before the first. */
    public @Nullable Answer last() {
        return answers.isEmpty() ? null : answers.getLast();
    }

    boolean decidesAs(Course other) {
        return answers.stream()
                .map(Answer::decision)
                .toList()
                .equals(other.answers.stream().map(Answer::decision).toList());
    }

    boolean isAs(Course other) {
        return answers.equals(other.answers)
                && paid.equals(other.paid)
                && person == other.person
                && interception == other.interception
                && state == other.state;
    }
}
