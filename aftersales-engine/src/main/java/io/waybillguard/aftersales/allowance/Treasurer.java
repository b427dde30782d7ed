package io.waybillguard.aftersales.allowance;

import io.waybillguard.events.allowance.AllowanceAnswer;
import io.waybillguard.events.allowance.AllowanceAnswer.AllowanceDenied;
import io.waybillguard.events.allowance.AllowanceAnswer.AllowanceGranted;
import io.waybillguard.events.allowance.AllowanceQuestion;
import io.waybillguard.events.allowance.AllowanceQuestion.AllowanceAsked;
import io.waybillguard.events.allowance.AllowanceQuestion.AllowanceReturned;
import io.waybillguard.events.allowance.DayCap;
import io.waybillguard.events.types.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Grants automatic money while the day has room for it: first the shop's day, then the buyer's, who
 * may buy in many shops. What the buyer's day has no room for goes back to the shop's. Asked again,
 * it answers the same and counts nothing twice.
 */
public final class Treasurer {

    private final DayCaps caps;
    private final Ledger ledger;

    public Treasurer(DayCaps caps, Ledger ledger) {
        this.caps = caps;
        this.ledger = ledger;
    }

    /**
     * What comes of a question.
     *
     * @param next to be asked of another day, or given back to it
     */
    public record Said(List<AllowanceQuestion> next, List<AllowanceAnswer> answers) {

        private static Said nothing() {
            return new Said(List.of(), List.of());
        }

        private static Said answer(AllowanceAnswer answer) {
            return new Said(List.of(), List.of(answer));
        }
    }

    public Said hear(AllowanceQuestion question) {
        return switch (question) {
            case AllowanceAsked asked -> asked(asked);
            case AllowanceReturned returned -> returned(returned);
        };
    }

    private Said asked(AllowanceAsked asked) {
        Instant day = caps.day(asked.at());
        if (ledger.granted(asked.purse(), day, asked.refundId()) != null) {
            return granted(asked);
        }
        Money spent = ledger.spent(asked.purse(), day);
        Money cap = caps.of(asked.of());
        if (asked.amount().isOver(cap.minusOrZero(spent))) {
            return denied(asked, spent, cap);
        }
        ledger.note(
                asked.purse(), day, asked.refundId(), asked.amount(), spent.plus(asked.amount()));
        return granted(asked);
    }

    private static Said granted(AllowanceAsked asked) {
        return switch (asked.of()) {
            case SHOP -> new Said(List.of(asked.of(DayCap.BUYER)), List.of());
            case BUYER ->
                    Said.answer(
                            new AllowanceGranted(asked.orderId(), asked.refundId(), asked.at()));
        };
    }

    private static Said denied(AllowanceAsked asked, Money spent, Money cap) {
        AllowanceDenied denied =
                new AllowanceDenied(
                        asked.orderId(), asked.refundId(), asked.of(), spent, cap, asked.at());
        return switch (asked.of()) {
            case SHOP -> Said.answer(denied);
            case BUYER -> new Said(List.of(back(asked)), List.of(denied));
        };
    }

    private static AllowanceReturned back(AllowanceAsked asked) {
        return new AllowanceReturned(
                DayCap.SHOP, asked.shopId(), asked.buyerId(), asked.refundId(), asked.at());
    }

    private Said returned(AllowanceReturned returned) {
        Instant day = caps.day(returned.at());
        @Nullable Money granted = ledger.granted(returned.purse(), day, returned.refundId());
        if (granted != null) {
            Money rest = ledger.spent(returned.purse(), day).minusOrZero(granted);
            ledger.note(returned.purse(), day, returned.refundId(), null, rest);
        }
        return Said.nothing();
    }
}
