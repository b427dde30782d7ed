package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.aftersales.order.ParcelFacts;
import io.waybillguard.aftersales.order.Payment;
import io.waybillguard.aftersales.order.Purchase;
import io.waybillguard.aftersales.rules.BuyerHistory;
import io.waybillguard.aftersales.rules.Phrase;
import io.waybillguard.aftersales.rules.RefundQuestion;
import io.waybillguard.aftersales.rules.RefundRequest;
import io.waybillguard.aftersales.rules.Sentence;
import io.waybillguard.aftersales.rules.Verdict;
import io.waybillguard.events.parcel.ParcelSnapshot;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.policy.Language;
import io.waybillguard.events.refund.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A decision in sentences: what was asked, what was known and since when, what was decided and why,
 * and what happens next and when. Why the other rows did not hold is told with the rows.
 */
final class Story {

    /** More parcels than this are told by their number alone. */
    private static final int PARCELS_TOLD = 5;

    private final List<Phrase> sentences = new ArrayList<>();

    private final Situation situation;

    private Story(Situation situation) {
        this.situation = situation;
    }

    /** By language tag, one sentence a line. */
    static Map<String, String> of(RefundQuestion question, Verdict verdict, RefundCase next) {
        Story story = new Story(Situations.of(question.order()));
        story.asked(question);
        story.order(question.order());
        story.parcels(question.order());
        story.say(Sentence.POLICY, question.policy().version());
        story.say(
                Sentence.DECIDED,
                verdict.decision(),
                verdict.row(),
                verdict.rows().getLast().because());
        story.next(next);
        return Map.of("zh", story.in(Language.ZH), "en", story.in(Language.EN));
    }

    private String in(Language language) {
        StringJoiner lines = new StringJoiner("\n");
        for (Phrase sentence : sentences) {
            lines.add(sentence.in(language));
        }
        return lines.toString();
    }

    private void say(Sentence sentence, Object... args) {
        sentences.add(Phrase.of(sentence, args));
    }

    private void asked(RefundQuestion question) {
        RefundRequest request = question.request();
        say(Sentence.ASKED, request.askedAt(), request.kind(), request.amount(), request.reason());
        if (!question.earlier().isZero()) {
            say(Sentence.EARLIER, question.earlier());
        }
        BuyerHistory history = question.history();
        if (history != null) {
            say(Sentence.BUYER_REFUNDS, history.refunds(), history.since(), history.at());
        }
    }

    private void order(OrderFacts order) {
        Purchase purchase = order.purchase();
        Payment payment = order.payment();
        if (purchase == null) {
            say(Sentence.ORDER_UNKNOWN);
        } else {
            say(Sentence.ORDER, purchase.amount(), purchase.at());
        }
        if (payment == null) {
            say(Sentence.NOT_PAID);
        } else {
            say(Sentence.PAID, payment.amount(), payment.at());
        }
    }

    private void parcels(OrderFacts order) {
        List<ParcelFacts> parcels = order.deliveries();
        if (parcels.isEmpty()) {
            say(Sentence.NOT_SHIPPED);
        }
        parcels.stream().limit(PARCELS_TOLD).forEach(this::parcel);
        if (parcels.size() > PARCELS_TOLD) {
            say(Sentence.MORE_PARCELS, parcels.size() - PARCELS_TOLD);
        }
        if (order.receivedAt() != null) {
            say(Sentence.RECEIVED, order.receivedAt());
        }
    }

    private void parcel(ParcelFacts parcel) {
        ParcelSnapshot snapshot = parcel.snapshot();
        if (snapshot == null || snapshot.lastMovedAt() == null) {
            say(Sentence.PARCEL_UNSCANNED, parcel.id(), parcel.stage());
        } else {
            say(Sentence.PARCEL, parcel.id(), parcel.stage(), snapshot.lastMovedAt());
        }
        StallDetails stall = parcel.currentStall();
        if (stall != null) {
            stall(parcel, stall);
        }
    }

    private void stall(ParcelFacts parcel, StallDetails stall) {
        say(Sentence.STALL, parcel.id(), stall.kind(), stall.level(), stall.cause(), stall.since());
        if (stall.feedSuspect()) {
            say(Sentence.FEED_SUSPECT);
        }
        if (stall.exempt() != null) {
            say(Sentence.EXEMPT, stall.exempt().value());
        }
    }

    private void person(RefundCase.Manual manual) {
        say(Sentence.SUGGESTED, Situations.tool(situation));
        if (manual.silenceAgrees()) {
            say(Sentence.SILENCE_AGREES, manual.remindAt(), manual.answerBy());
        } else {
            say(Sentence.PERSON_ACTS, manual.remindAt());
        }
    }

    private void next(RefundCase next) {
        switch (next) {
            case RefundCase.WaitingForOrder it -> say(Sentence.WAITS_FOR_ORDER, it.until());
            case RefundCase.WaitingForHistory it -> say(Sentence.WAITS_FOR_HISTORY, it.until());
            case RefundCase.Manual it -> person(it);
            case RefundCase.Offered it -> say(Sentence.OFFERED, it.offer().expiresAt());
            case RefundCase.Intercepting it -> say(Sentence.INTERCEPTS, it.answerBy());
            case RefundCase.AwaitingRejection it ->
                    say(Sentence.WAITS_FOR_REJECTION, it.remindAt(), it.refundAt());
            case RefundCase.AwaitingReturn it -> say(Sentence.WAITS_FOR_RETURN, it.giveBy());
            case RefundCase.ReturnOnTheWay it -> say(Sentence.RETURNS, it.parcel(), it.arriveBy());
            case RefundCase.ReturnSigned it -> say(Sentence.RETURN_SIGNED, it.confirmBy());
            case RefundCase.ProvingParcels it -> say(Sentence.PROVES, it.since());
            case RefundCase.CheckingAllowance it -> say(Sentence.CHECKS_DAYS, it.answerBy());
            case RefundCase.Paying _ -> say(Sentence.PAYS);
            case RefundCase.PayoutParked _ -> say(Sentence.PARKED);
            case RefundCase.Closed _ -> say(Sentence.ENDED);
        }
    }
}
