package io.waybillguard.events.refund;

import io.waybillguard.events.types.Checks;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why a decision is what it is.
 *
 * @param rows every row looked at, in order; the last one held
 * @param suggestedWords by language tag ({@code zh}, {@code en})
 * @param suggestedTool what the person who takes it should use, in English; may be empty
 * @param suggestedToolZh {@code suggestedTool} in Chinese; null in older events
 * @param told what was asked, what was known and since when, what was decided and what happens
 *     next, by language tag, one sentence a line; empty in older events
 */
public record Explanation(
        String table,
        int version,
        Situation situation,
        List<RowOutcome> rows,
        List<Fact> facts,
        Map<String, String> suggestedWords,
        String suggestedTool,
        @Nullable String suggestedToolZh,
        Map<String, String> told) {
    public Explanation {
        table = Checks.text("table", table, 512);
        Checks.required("situation", situation);
        rows = Checks.list(rows);
        facts = Checks.list(facts);
        suggestedWords = sorted(suggestedWords);
        suggestedTool = Checks.text("suggestedTool", suggestedTool, 512);
        told = sorted(told);
    }

    /** Not told in sentences. */
    public Explanation(
            String table,
            int version,
            Situation situation,
            List<RowOutcome> rows,
            List<Fact> facts,
            Map<String, String> suggestedWords,
            String suggestedTool) {
        this(table, version, situation, rows, facts, suggestedWords, suggestedTool, null, Map.of());
    }

    private static Map<String, String> sorted(@Nullable Map<String, String> byTag) {
        return byTag == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(byTag));
    }
}
