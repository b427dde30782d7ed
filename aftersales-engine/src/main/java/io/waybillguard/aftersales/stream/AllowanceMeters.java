package io.waybillguard.aftersales.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.events.allowance.AllowanceAnswer;
import io.waybillguard.events.allowance.AllowanceAnswer.AllowanceDenied;
import io.waybillguard.events.allowance.AllowanceAnswer.AllowanceGranted;
import io.waybillguard.events.allowance.AllowanceQuestion;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts {@code refund_allowances_total{whose,outcome}}: what the days answered and got back. */
record AllowanceMeters(MeterRegistry meters) {

    void heard(AllowanceQuestion question, @Nullable AllowanceAnswer answer) {
        meters.counter(
                        "refund.allowances",
                        "whose",
                        question.of().name().toLowerCase(Locale.ROOT),
                        "outcome",
                        outcome(answer))
                .increment();
    }

    private static String outcome(@Nullable AllowanceAnswer answer) {
        return switch (answer) {
            case null -> "returned";
            case AllowanceGranted _ -> "granted";
            case AllowanceDenied _ -> "denied";
        };
    }
}
