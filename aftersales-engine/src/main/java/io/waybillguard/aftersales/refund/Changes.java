package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.refund.RefundCase.Intercepting;
import io.waybillguard.aftersales.refund.RefundCase.ReturnOnTheWay;
import io.waybillguard.aftersales.refund.RefundCase.ReturnSigned;
import io.waybillguard.aftersales.rules.Because;
import io.waybillguard.aftersales.rules.Looked;
import io.waybillguard.aftersales.rules.Phrase;
import io.waybillguard.aftersales.rules.RefundRequest;
import io.waybillguard.aftersales.rules.Verdict;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.MoveReason;
import java.util.List;

/**
 * The buyer asks for something else. The answer is given anew, and what was already done stands: a
 * courier that was asked to stop the parcel, goods that are on their way back, a person whom the
 * case was handed to. Once the payment side knows the request it is not to be changed.
 */
final class Changes {

    private static final String COURIER_ASKED = "courier-asked";
    private static final String RETURN_UNDER_WAY = "return-under-way";
    private static final String BY_PEOPLE = "by-people";

    private Changes() {}

    /** The table is asked again, unless people were for good. */
    static Transition anew(RefundCase state, RefundRequest request, Circumstances c) {
        RefundFile file = state.file();
        if (file.declined()) {
            return Transition.ignored(state);
        }
        RefundFile other = file.asks(request);
        return file.forPeople()
                ? byPeople(other, c)
                : Steps.decideAnew(other, c.rule(other), MoveReason.REQUEST_CHANGED, c);
    }

    /** The courier's answer counts; only without success the table is asked. */
    static Transition intercepting(Intercepting state, RefundRequest request, Circumstances c) {
        Ruling stands =
                standing(
                        state.file().asks(request),
                        Decision.INTERCEPT,
                        COURIER_ASKED,
                        Because.COURIER_ASKED,
                        c);
        return stays(state, state.file().asks(request), stands);
    }

    static Transition returning(ReturnOnTheWay state, RefundRequest request, Circumstances c) {
        return goodsComeBack(state, request, c);
    }

    static Transition returning(ReturnSigned state, RefundRequest request, Circumstances c) {
        return goodsComeBack(state, request, c);
    }

    /** The return was agreed to for no more than was asked for then. */
    private static Transition goodsComeBack(
            RefundCase state, RefundRequest request, Circumstances c) {
        RefundFile other = state.file().asks(request);
        if (request.amount().isOver(state.file().request().amount())) {
            return byPeople(other, c);
        }
        Ruling stands =
                standing(
                        other,
                        Decision.APPROVE_RETURN,
                        RETURN_UNDER_WAY,
                        Because.RETURN_UNDER_WAY,
                        c);
        return stays(state, other, stands);
    }

    private static Transition byPeople(RefundFile other, Circumstances c) {
        Ruling stands = standing(other, Decision.MANUAL, BY_PEOPLE, Because.BY_PEOPLE, c);
        return Steps.handOver(Steps.answered(other, stands), MoveReason.REQUEST_CHANGED, c)
                .preceded(Steps.anew(other, stands));
    }

    private static Transition stays(RefundCase state, RefundFile other, Ruling stands) {
        return Transition.moved(
                        state.with(Steps.answered(other, stands)), MoveReason.REQUEST_CHANGED)
                .preceded(Steps.anew(other, stands));
    }

    private static Ruling standing(
            RefundFile file, Decision decision, String row, Because because, Circumstances c) {
        Ruling ruling = c.rule(file);
        Verdict verdict = ruling.verdict();
        return new Ruling(
                ruling.question(),
                new Verdict(
                        verdict.table(),
                        verdict.version(),
                        row,
                        decision,
                        false,
                        List.of(new Looked.Held(row, Phrase.of(because)))));
    }
}
