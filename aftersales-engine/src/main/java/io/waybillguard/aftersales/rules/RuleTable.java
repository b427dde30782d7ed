package io.waybillguard.aftersales.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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
        List<Looked> looked = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Condition failed = row.firstFailure(question);
            if (failed == null) {
                looked.add(new Looked.Held(row.name(), row.because()));
                return verdict(row, looked);
            }
            looked.add(new Looked.Failed(row, failed, question));
        }
        throw new AssertionError("the last row always holds");
    }

    private Verdict verdict(Row held, List<Looked> looked) {
        return new Verdict(
                name,
                version,
                held.name(),
                held.decision(),
                held.needsProof(),
                Collections.unmodifiableList(looked));
    }
}
