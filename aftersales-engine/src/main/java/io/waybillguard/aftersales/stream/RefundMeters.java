package io.waybillguard.aftersales.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.aftersales.refund.Dossier;
import io.waybillguard.aftersales.refund.Message;
import io.waybillguard.aftersales.refund.Note;
import io.waybillguard.aftersales.refund.Outcome;
import io.waybillguard.aftersales.refund.RefundCase;
import io.waybillguard.events.interception.InterceptionCommand;
import io.waybillguard.events.refund.AftersalesEvent;
import io.waybillguard.events.refund.AftersalesEvent.CaseClosed;
import io.waybillguard.events.refund.AftersalesEvent.CaseMoved;
import io.waybillguard.events.refund.AftersalesEvent.RefundDecided;
import io.waybillguard.events.refund.AftersalesEvent.RefundRedecided;
import io.waybillguard.events.refund.AftersalesEvent.ReminderFell;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.kit.streams.Spans;
import java.time.Duration;

/** Counts what the desk decided and what became of it. */
final class RefundMeters {

    private final MeterRegistry meters;

    RefundMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(Outcome outcome) {
        outcome.notes().forEach(this::note);
        outcome.messages().forEach(message -> message(message, outcome.dossier()));
    }

    void rerouted() {
        meters.counter("records.rerouted").increment();
    }

    private void note(Note note) {
        switch (note) {
            case Note.Requested _ -> meters.counter("refund.requests").increment();
            case Note.Duplicate _ -> repeated("duplicate");
            case Note.Conflict _ -> repeated("conflict");
            case Note.OneTooMany _ -> {
                // put aside, and counted there
            }
            case Note.Ignored(var state, var event) ->
                    meters.counter(
                                    "refund.events.ignored",
                                    "state",
                                    state,
                                    "event",
                                    event.getClass().getSimpleName())
                            .increment();
        }
    }

    private void repeated(String outcome) {
        meters.counter("refund.requests.repeated", "outcome", outcome).increment();
    }

    private void message(Message message, Dossier dossier) {
        switch (message) {
            case Message.Published(var event) -> published(event, dossier);
            case Message.ToCourier(var command) -> interception(command.parcel(), outcome(command));
            case Message.ToTreasurer _ -> {
                // counted where it is answered
            }
            case Message.ToPayment _ ->
                    meters.counter("payouts", "outcome", "requested").increment();
        }
    }

    private static String outcome(InterceptionCommand command) {
        return switch (command) {
            case InterceptionCommand.InterceptionRequested _ -> "requested";
            case InterceptionCommand.InterceptionQueried _ -> "queried";
            case InterceptionCommand.InterceptionCancelled _ -> "taken_back";
        };
    }

    private void published(AftersalesEvent event, Dossier dossier) {
        switch (event) {
            case RefundDecided decided ->
                    meters.counter(
                                    "refund.decisions",
                                    "decision",
                                    decided.decision().name(),
                                    "row",
                                    rowLabel(decided.row()))
                            .increment();
            case RefundRedecided anew ->
                    meters.counter(
                                    "refund.redecisions",
                                    "decision",
                                    anew.decision().name(),
                                    "row",
                                    rowLabel(anew.row()))
                            .increment();
            case CaseMoved moved -> moved(moved, dossier);
            case ReminderFell fell ->
                    meters.counter("refund.reminders", "state", fell.state().name()).increment();
            case CaseClosed closed -> closed(closed, dossier);
        }
    }

    /** Shops name their rules as they like: a label must be one of a few words. */
    private static String rowLabel(String row) {
        return row.startsWith("shop:") ? "shop" : row;
    }

    /** Outcomes of payouts and interceptions are counted where they come in: by the dispatchers. */
    private void moved(CaseMoved moved, Dossier dossier) {
        meters.counter("refund.moves", "because", moved.because().name()).increment();
        RefundCase known = dossier.find(moved.refundId());
        ParcelId parcel = known == null ? null : known.file().interception();
        if (moved.because() == MoveReason.INTERCEPTION_UNANSWERED && parcel != null) {
            interception(parcel, "unanswered");
        }
    }

    private void closed(CaseClosed closed, Dossier dossier) {
        RefundCase known = dossier.find(closed.refundId());
        if (known != null) {
            Duration age = Duration.between(known.file().request().askedAt(), closed.at());
            meters.timer("refund.case.duration", "outcome", closed.outcome().name())
                    .record(Spans.measurable(age));
        }
    }

    private void interception(ParcelId parcel, String outcome) {
        meters.counter("interceptions", "courier", parcel.courier().value(), "outcome", outcome)
                .increment();
    }
}
