package io.waybillguard.aftersales.backtest;

import io.waybillguard.aftersales.order.Party;
import io.waybillguard.aftersales.refund.Dossier;
import io.waybillguard.aftersales.refund.Message;
import io.waybillguard.aftersales.refund.Outcome;
import io.waybillguard.aftersales.refund.Policies;
import io.waybillguard.aftersales.refund.ProvenNow;
import io.waybillguard.aftersales.refund.RefundDesk;
import io.waybillguard.events.interception.InterceptionCommand.InterceptionCancelled;
import io.waybillguard.events.interception.InterceptionCommand.InterceptionQueried;
import io.waybillguard.events.interception.InterceptionCommand.InterceptionRequested;
import io.waybillguard.events.payout.PayoutCommand.PayoutRejected;
import io.waybillguard.events.payout.PayoutCommand.PayoutReleased;
import io.waybillguard.events.payout.PayoutCommand.PayoutRequested;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The record of one order, worked through at the desk once more. Nothing is sent; time is the
 * record's own: a deadline fires at its instant, after all that was appended until then and a slack
 * later, as if tracker and engine had been up to date.
 */
final class Replay {

    private final RefundDesk desk;
    private final Duration slack;
    private final PolicyTimeline timeline;
    private final Predicate<RefundId> askedThen;
    private final Map<RefundId, Following> followed = new LinkedHashMap<>();
    private Dossier dossier;

    /**
     * Of one order.
     *
     * @param askedThen whether the courier was then asked to stop the parcel for this request
     */
    Replay(
            RefundDesk desk,
            Duration slack,
            OrderId order,
            PolicyTimeline timeline,
            Predicate<RefundId> askedThen) {
        this.desk = desk;
        this.slack = slack;
        this.timeline = timeline;
        this.askedThen = askedThen;
        this.dossier = Dossier.of(order);
    }

    /** Works through records in the order of their time, and the deadlines until the end. */
    void run(List<Recorded> records, Instant until) {
        for (Recorded record : records) {
            deadlines(record.at().minus(slack));
            take(outcome(record));
        }
        deadlines(until);
    }

    private Outcome outcome(Recorded record) {
        Instant at = record.at();
        Policies policies = policies(at);
        return switch (record.input()) {
            case Recorded.Input.OfOrder(var event) ->
                    desk.learned(dossier, dossier.facts().with(event), policies, at);
            case Recorded.Input.OfParcel(var event) ->
                    desk.learned(dossier, dossier.facts().with(event), policies, at);
            case Recorded.Input.OfStall(var event) ->
                    desk.learned(dossier, dossier.facts().with(event), policies, at);
            case Recorded.Input.OfPeople(var request) -> desk.asked(dossier, request, policies, at);
            case Recorded.Input.OfCourier(var result) ->
                    desk.answered(dossier, result, policies, at);
            case Recorded.Input.OfPayment(var result) ->
                    desk.answered(dossier, result, policies, at);
            case Recorded.Input.OfBook(var answer) -> desk.answered(dossier, answer, policies, at);
        };
    }

    private Policies policies(Instant at) {
        return _ -> timeline.at(at);
    }

    private void deadlines(Instant before) {
        Instant due = nextDue();
        while (due != null && due.isBefore(before)) {
            Dossier asItWas = dossier;
            take(desk.due(dossier, policies(due), new ProvenNow(due, due)));
            if (dossier.equals(asItWas)) {
                return;
            }
            due = nextDue();
        }
    }

    private @Nullable Instant nextDue() {
        if (dossier.cases().isEmpty()) {
            return null;
        }
        Instant plain = dossier.next(false);
        Instant money = dossier.next(true);
        if (plain == null || money == null) {
            return plain == null ? money : plain;
        }
        return plain.isBefore(money) ? plain : money;
    }

    private void take(Outcome outcome) {
        dossier = outcome.dossier();
        outcome.messages().forEach(this::said);
    }

    private void said(Message message) {
        switch (message) {
            case Message.Published(var event) -> of(event.refundId()).said(event);
            case Message.ToPayment(PayoutRequested payout) ->
                    of(payout.refundId()).toldToPay(payout.amount());
            case Message.ToCourier(InterceptionRequested asked) ->
                    of(asked.refundId()).askedCourier(askedThen.test(asked.refundId()));
            case Message.ToTreasurer _,
                    Message.ToCourier(InterceptionQueried _),
                    Message.ToCourier(InterceptionCancelled _),
                    Message.ToPayment(PayoutReleased _),
                    Message.ToPayment(PayoutRejected _) -> {}
        }
    }

    private Following of(RefundId refund) {
        return followed.computeIfAbsent(refund, _ -> new Following());
    }

    Dossier dossier() {
        return dossier;
    }

    Party party() {
        return dossier.facts().parties();
    }

    /** The course of a case that the dossier has. */
    Course course(RefundId refund) {
        var known = dossier.find(refund);
        if (known == null) {
            throw new IllegalArgumentException("no such case");
        }
        return of(refund).course(known);
    }
}
