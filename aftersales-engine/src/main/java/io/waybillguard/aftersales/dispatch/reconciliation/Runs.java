package io.waybillguard.aftersales.dispatch.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.aftersales.books.BreakKind;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs that are counted. Every instance shows the latest report of all: {@code
 * payout_breaks{class}} and {@code payout_reconciliation_age_seconds}; and counts its own runs,
 * {@code payout_reconciliations_total{outcome}}.
 */
final class Runs {

    private static final Logger log = LoggerFactory.getLogger(Runs.class);

    private final Reconciler reconciler;
    private final MeterRegistry meters;

    Runs(Reconciler reconciler, Reports reports, MeterRegistry meters, Clock clock) {
        this.reconciler = reconciler;
        this.meters = meters;
        for (BreakKind kind : BreakKind.values()) {
            Gauge.builder("payout.breaks", reports, kept -> count(kept, kind))
                    .description("differences between the books in the latest reconciliation")
                    .tag("class", kind.label())
                    .register(meters);
        }
        Gauge.builder("payout.reconciliation.age", reports, kept -> age(kept, clock))
                .description("since the latest reconciliation of any instance began")
                .baseUnit("seconds")
                .register(meters);
    }

    private static double count(Reports reports, BreakKind kind) {
        return reports.latest().map(report -> (double) report.count(kind)).orElse(Double.NaN);
    }

    private static double age(Reports reports, Clock clock) {
        return reports.latest()
                .map(report -> Duration.between(report.at(), clock.instant()).toMillis() / 1000.0)
                .orElse(Double.NaN);
    }

    /**
     * One that somebody asked for.
     *
     * @throws PaymentList.UnavailableException when the payment side does not tell
     */
    Report onDemand() {
        try {
            return counted(reconciler.run(() -> true).orElseThrow());
        } catch (RuntimeException e) {
            count("failed");
            throw e;
        }
    }

    private Report counted(Report report) {
        count(report.count() == 0 ? "even" : "breaks");
        return report;
    }

    /**
     * One whose time has come; a failure is told and tried again later.
     *
     * @param stillOurs whether it is still this instance's turn: what was found when it is not is
     *     dropped, for another instance tells it
     * @return whether it was told, or failed; not when it was dropped
     */
    boolean inTurn(BooleanSupplier stillOurs) {
        try {
            Optional<Report> told = reconciler.run(stillOurs).map(this::counted);
            if (told.isEmpty()) {
                count("dropped");
                return false;
            }
            told.filter(report -> report.count() > 0)
                    .ifPresent(report ->
                            log.warn("reconciliation {} found {}", report.id(), report.counts()));
        } catch (PaymentList.UnavailableException e) {
            count("failed");
            log.warn("no reconciliation now: {}", e.getMessage());
        } catch (RuntimeException e) {
            count("failed");
            log.error("no reconciliation now", e);
        }
        return true;
    }

    private void count(String outcome) {
        meters.counter("payout.reconciliations", "outcome", outcome).increment();
    }
}
