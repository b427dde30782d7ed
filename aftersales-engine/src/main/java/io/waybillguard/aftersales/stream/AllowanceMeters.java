package io.waybillguard.aftersales.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.events.allowance.AllowanceAnswer;
import io.waybillguard.events.allowance.AllowanceAnswer.AllowanceDenied;
import io.waybillguard.events.allowance.AllowanceAnswer.AllowanceGranted;
import io.waybillguard.events.allowance.AllowanceAnswer.BuyerRefundsCounted;
import io.waybillguard.events.allowance.AllowanceQuestion;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Counts {@code refund_allowances_total{whose,outcome}}: what the days answered and got back, and
 * what the books of buyers were asked and told.
 */
record AllowanceMeters(MeterRegistry meters) {

    void heard(AllowanceQuestion question, @Nullable AllowanceAnswer answer) {
        switch (question) {
            case AllowanceQuestion.OfDay day ->
                    count(day.of().name().toLowerCase(Locale.ROOT), outcome(answer, "returned"));
            case AllowanceQuestion.OfBuyer _ -> count("shop_buyer", outcome(answer, "noted"));
        }
    }

    private void count(String whose, String outcome) {
        meters.counter("refund.allowances", "whose", whose, "outcome", outcome).increment();
    }

    private static String outcome(@Nullable AllowanceAnswer answer, String unanswered) {
        return switch (answer) {
            case null -> unanswered;
            case AllowanceGranted _ -> "granted";
            case AllowanceDenied _ -> "denied";
            case BuyerRefundsCounted _ -> "counted";
        };
    }
}
