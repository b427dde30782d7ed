package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.aftersales.order.ParcelFacts;
import io.waybillguard.aftersales.order.Payment;
import io.waybillguard.aftersales.order.Purchase;
import io.waybillguard.aftersales.rules.BuyerHistory;
import io.waybillguard.aftersales.rules.Looked;
import io.waybillguard.aftersales.rules.Phrase;
import io.waybillguard.aftersales.rules.RefundQuestion;
import io.waybillguard.aftersales.rules.Verdict;
import io.waybillguard.events.parcel.ParcelSnapshot;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.policy.Language;
import io.waybillguard.events.refund.Explanation;
import io.waybillguard.events.refund.Fact;
import io.waybillguard.events.refund.RowOutcome;
import io.waybillguard.events.refund.Situation;
import java.util.ArrayList;
import java.util.List;

/** A verdict with the facts it saw and the words for the person who takes it. */
final class Explanations {

    /** More parcels than this are told by their number alone. */
    private static final int PARCELS_TOLD = 10;

    private Explanations() {}

    static Explanation of(RefundQuestion question, Verdict verdict, RefundCase next) {
        Situation situation = Situations.of(question.order());
        return new Explanation(
                verdict.table(),
                verdict.version(),
                situation,
                verdict.rows().stream().map(Explanations::row).toList(),
                facts(question),
                Situations.words(situation),
                Situations.tool(situation).in(Language.EN),
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

    private static List<Fact> facts(RefundQuestion question) {
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new Fact(
                        "request",
                        question.request().kind()
                                + " of "
                                + question.request().amount()
                                + ", "
                                + question.request().reason(),
                        question.request().askedAt()));
        purchase(question.order(), facts);
        facts.add(new Fact("earlier refunds", question.earlier().toString(), null));
        BuyerHistory history = question.history();
        if (history != null) {
            facts.add(
                    new Fact(
                            "buyer's refunds since " + history.since(),
                            Integer.toString(history.refunds()),
                            history.at()));
        }
        question.order().deliveries().stream()
                .limit(PARCELS_TOLD)
                .forEach(parcel -> parcel(parcel, facts));
        facts.add(new Fact("shop policy", "version " + question.policy().version(), null));
        return facts;
    }

    private static void purchase(OrderFacts order, List<Fact> facts) {
        Purchase purchase = order.purchase();
        Payment payment = order.payment();
        facts.add(
                purchase == null
                        ? new Fact("order", "never heard of", null)
                        : new Fact("order amount", purchase.amount().toString(), purchase.at()));
        facts.add(
                payment == null
                        ? new Fact("paid", "no payment known", null)
                        : new Fact("paid", payment.amount().toString(), payment.at()));
        facts.add(new Fact("parcels shipped", Integer.toString(order.deliveries().size()), null));
    }

    private static void parcel(ParcelFacts parcel, List<Fact> facts) {
        ParcelSnapshot snapshot = parcel.snapshot();
        facts.add(
                new Fact(
                        "parcel " + parcel.id(),
                        parcel.stage().name(),
                        snapshot == null ? null : snapshot.lastMovedAt()));
        StallDetails stall = parcel.currentStall();
        if (stall != null) {
            facts.add(new Fact("stall " + parcel.id(), words(stall), stall.since()));
        }
    }

    private static String words(StallDetails stall) {
        String words =
                "%s by %s, %s, row %s"
                        .formatted(stall.kind(), stall.cause(), stall.level(), stall.row());
        String suspect = stall.feedSuspect() ? ", feed suspect" : "";
        String exempt = stall.exempt() == null ? "" : ", exempt by " + stall.exempt();
        String all = words + suspect + exempt;
        return all.length() <= 500 ? all : all.substring(0, 500);
    }
}
