package io.waybillguard.aftersales.rules;

import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.RowOutcome;
import java.util.List;

/**
 * What a table answered.
 *
 * @param row the one that held
 * @param rows every row looked at, in order, with its first failed condition; the last one held
 */
public record Verdict(
        String table, int version, String row, Decision decision, List<RowOutcome> rows) {}
