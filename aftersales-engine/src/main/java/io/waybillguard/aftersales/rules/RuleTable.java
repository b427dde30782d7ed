package io.waybillguard.aftersales.rules;

import io.waybillguard.aftersales.rules.Condition.Answer;
import io.waybillguard.events.refund.RowOutcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows in order; the first that holds decides.
 *
 * @throws IllegalArgumentException when the last row could fail
 */
public record RuleTable(String name, int version, List<Row> rows) {

    public RuleTable {
        rows = List.copyOf(rows);
        if (rows.isEmpty() || !rows.getLast().conditions().isEmpty()) {
            throw new IllegalArgumentException("the last row of " + name + " must always hold");
        }
    }

    /** The answer to one question. */
    public Verdict decide(RefundQuestion question) {
        List<RowOutcome> looked = new ArrayList<>();
        for (Row row : rows) {
            String failed = firstFailure(row, question);
            looked.add(new RowOutcome(row.name(), failed == null, failed, row.because()));
            if (failed == null) {
                return new Verdict(
                        name,
                        version,
                        row.name(),
                        row.decision(),
                        row.needsProof(),
                        List.copyOf(looked));
            }
        }
        throw new AssertionError("the last row always holds");
    }

    private static @Nullable String firstFailure(Row row, RefundQuestion question) {
        for (Condition condition : row.conditions()) {
            if (condition.ask(question) instanceof Answer.Failed(var why)) {
                return why;
            }
        }
        return null;
    }
}
