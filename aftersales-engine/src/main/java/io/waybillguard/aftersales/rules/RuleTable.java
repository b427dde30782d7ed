package io.waybillguard.aftersales.rules;

import io.waybillguard.aftersales.rules.Condition.Answer;
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
        List<Looked> looked = new ArrayList<>();
        for (Row row : rows) {
            Phrase failed = firstFailure(row, question);
            looked.add(new Looked(row.name(), failed == null, failed, row.because()));
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

    private static @Nullable Phrase firstFailure(Row row, RefundQuestion question) {
        for (Condition condition : row.conditions()) {
            if (condition.ask(question) instanceof Answer.Failed(var why)) {
                return why;
            }
        }
        return null;
    }
}
