package io.waybillguard.events.refund;

import io.waybillguard.events.types.Checks;
import java.util.List;
import java.util.Map;

/**
 * Why a decision is what it is.
 *
 * @param rows every row looked at, in order; the last one held
 * @param suggestedWords by language tag ({@code zh}, {@code en})
 * @param suggestedTool what the person who takes it should use; may be empty
 */
public record Explanation(
        String table,
        int version,
        Situation situation,
        List<RowOutcome> rows,
        List<Fact> facts,
        Map<String, String> suggestedWords,
        String suggestedTool) {
    public Explanation {
        table = Checks.text("table", table, 512);
        Checks.required("situation", situation);
        rows = Checks.list(rows);
        facts = Checks.list(facts);
        suggestedWords =
                suggestedWords == null
                        ? Map.of()
                        : java.util.Collections.unmodifiableMap(
                                new java.util.TreeMap<>(suggestedWords));
        suggestedTool = Checks.text("suggestedTool", suggestedTool, 512);
    }
}
