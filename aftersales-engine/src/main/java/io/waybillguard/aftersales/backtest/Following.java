package io.waybillguard.aftersales.backtest;

import io.waybillguard.aftersales.backtest.Course.Answer;
import io.waybillguard.aftersales.backtest.Course.Interception;
import io.waybillguard.aftersales.refund.RefundCase;
import io.waybillguard.events.refund.AftersalesEvent;
import io.waybillguard.events.refund.AftersalesEvent.CaseClosed;
import io.waybillguard.events.refund.AftersalesEvent.CaseMoved;
import io.waybillguard.events.refund.AftersalesEvent.RefundDecided;
import io.waybillguard.events.refund.AftersalesEvent.RefundRedecided;
import io.waybillguard.events.refund.AftersalesEvent.ReminderFell;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Explanation;
import io.waybillguard.events.types.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down the course of one case while it is replayed. */
final class Following {

    private final List<Answer> answers = new ArrayList<>();
    private @Nullable Explanation explanation;
    private Money paid = Money.ZERO;
    private boolean person;
    private boolean asked;
    private boolean left;

    void said(AftersalesEvent event) {
        if (left) {
            return;
        }
        switch (event) {
            case RefundDecided decided -> {
                answers.add(new Answer(decided.decision(), decided.row()));
                explanation = decided.explanation();
            }
            case RefundRedecided anew -> {
                answers.add(new Answer(anew.decision(), anew.row()));
                explanation = anew.explanation();
            }
            case CaseMoved moved -> person |= moved.to() == CaseState.MANUAL;
            case ReminderFell _, CaseClosed _ -> {}
        }
    }

    void toldToPay(Money amount) {
        if (!left) {
            paid = amount;
        }
    }

    /**
     * The courier is asked.
     *
     * @param wasThen so it was then, and what became of it is on record; else the case is not
     *     followed any further
     */
    void askedCourier(boolean wasThen) {
        asked = true;
        left |= !wasThen;
    }

    Course course(RefundCase end) {
        return new Course(
                answers,
                explanation,
                paid,
                person,
                interception(end),
                left ? CaseState.INTERCEPTING : end.state());
    }

    private Interception interception(RefundCase end) {
        if (!asked) {
            return Interception.NONE;
        }
        if (left) {
            return Interception.WOULD_BE_ASKED;
        }
        return end.file().stopped() ? Interception.STOPPED : Interception.ASKED;
    }
}
