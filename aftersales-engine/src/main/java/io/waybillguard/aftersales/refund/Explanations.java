package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.rules.Looked;
import io.waybillguard.aftersales.rules.Phrase;
import io.waybillguard.aftersales.rules.RefundQuestion;
import io.waybillguard.aftersales.rules.Verdict;
import io.waybillguard.events.policy.Language;
import io.waybillguard.events.refund.Explanation;
import io.waybillguard.events.refund.RowOutcome;
import io.waybillguard.events.refund.Situation;

/** A verdict with the facts it saw and the words for the person who takes it. */
final class Explanations {

    private Explanations() {}

    static Explanation of(RefundQuestion question, Verdict verdict, RefundCase next) {
        Situation situation = Situations.of(question.order());
        Phrase tool = Situations.tool(situation);
        return new Explanation(
                verdict.table(),
                verdict.version(),
                situation,
                verdict.rows().stream().map(Explanations::row).toList(),
                Facts.of(question),
                Situations.words(situation),
                tool.in(Language.EN),
                tool.in(Language.ZH),
                Story.of(question, verdict, next));
    }

    private static RowOutcome row(Looked looked) {
        Phrase reason = looked.reason();
        String because = looked.because().in(Language.EN);
        String becauseZh = looked.because().in(Language.ZH);
        return new RowOutcome(
                looked.row(),
                looked.held(),
                reason == null ? null : reason.in(Language.EN),
                because,
                reason == null ? null : reason.code(),
                reason == null ? null : reason.in(Language.ZH),
                becauseZh.equals(because) ? null : becauseZh);
    }
}
