package io.waybillguard.aftersales.allowance;

import io.waybillguard.events.allowance.AllowanceAnswer;
import io.waybillguard.events.allowance.AllowanceAnswer.AllowanceDenied;
import io.waybillguard.events.allowance.AllowanceAnswer.AllowanceGranted;
import io.waybillguard.events.allowance.AllowanceQuestion;
import io.waybillguard.events.allowance.AllowanceQuestion.AllowanceAsked;
import io.waybillguard.events.allowance.AllowanceQuestion.AllowanceReturned;
import io.waybillguard.events.types.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Grants automatic money while a day has room for it. Every day answers for itself: who asks two of
 * them gives back what one granted and the other did not. Asked again, it answers the same and
 * counts nothing twice; what was not granted can be given back without harm.
 */
public final class Treasurer {

    private final DayCaps caps;
    private final Ledger ledger;

    public Treasurer(DayCaps caps, Ledger ledger) {
        this.caps = caps;
        this.ledger = ledger;
    }

    /** The answer; null where none is expected. */
    public @Nullable AllowanceAnswer hear(AllowanceQuestion.OfDay question) {
        return switch (question) {
            case AllowanceAsked asked -> asked(asked);
            case AllowanceReturned returned -> {
                take(returned);
                yield null;
            }
        };
    }

    private AllowanceAnswer asked(AllowanceAsked asked) {
        Instant day = caps.day(asked.at());
        if (ledger.granted(asked.purse(), day, asked.refundId()) != null) {
            return granted(asked);
        }
        Money spent = ledger.spent(asked.purse(), day);
        Money cap = caps.of(asked.of());
        if (cap != null && asked.amount().isOver(cap.minusOrZero(spent))) {
            return denied(asked, spent, cap);
        }
        ledger.note(
                asked.purse(), day, asked.refundId(), asked.amount(), spent.plus(asked.amount()));
        return granted(asked);
    }

    private static AllowanceAnswer granted(AllowanceAsked asked) {
        return new AllowanceGranted(
                asked.of(), asked.orderId(), asked.refundId(), asked.attempt(), asked.at());
    }

    private static AllowanceAnswer denied(AllowanceAsked asked, Money spent, Money cap) {
        return new AllowanceDenied(
                asked.of(),
                asked.orderId(),
                asked.refundId(),
                asked.attempt(),
                spent,
                cap,
                asked.at());
    }

    private void take(AllowanceReturned returned) {
        Instant day = caps.day(returned.at());
        Money granted = ledger.granted(returned.purse(), day, returned.refundId());
        if (granted != null) {
            Money rest = ledger.spent(returned.purse(), day).minusOrZero(granted);
            ledger.note(returned.purse(), day, returned.refundId(), null, rest);
        }
    }
}
