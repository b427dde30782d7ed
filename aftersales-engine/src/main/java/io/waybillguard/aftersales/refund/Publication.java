package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.aftersales.order.Party;
import io.waybillguard.aftersales.rules.RefundRequest;
import io.waybillguard.events.allowance.AllowanceQuestion.AllowanceAsked;
import io.waybillguard.events.allowance.AllowanceQuestion.AllowanceReturned;
import io.waybillguard.events.allowance.AllowanceQuestion.BuyerRefunded;
import io.waybillguard.events.allowance.AllowanceQuestion.BuyerRefundsAsked;
import io.waybillguard.events.allowance.DayCap;
import io.waybillguard.events.interception.InterceptionCommand.InterceptionCancelled;
import io.waybillguard.events.interception.InterceptionCommand.InterceptionQueried;
import io.waybillguard.events.interception.InterceptionCommand.InterceptionRequested;
import io.waybillguard.events.payout.PayoutCommand.PayoutRequested;
import io.waybillguard.events.refund.AftersalesEvent.CaseClosed;
import io.waybillguard.events.refund.AftersalesEvent.CaseMoved;
import io.waybillguard.events.refund.AftersalesEvent.RefundDecided;
import io.waybillguard.events.refund.AftersalesEvent.RefundRedecided;
import io.waybillguard.events.refund.AftersalesEvent.ReminderFell;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Offer;
import io.waybillguard.events.refund.RefundGrounds;
import io.waybillguard.events.types.InterceptionId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The effects of one step in the published language. */
final class Publication {

    private final OrderFacts order;
    private final OrderId orderId;
    private final Party party;
    private final @Nullable CaseState from;
    private final @Nullable Offer ended;
    private final RefundCase next;
    private final RefundRequest request;
    private final Instant now;
    private long revision;

    /**
     * Of a step that leads to {@code next}.
     *
     * @param before null at the first step of a request
     * @param revision of the latest event of the order before
     */
    Publication(
            OrderFacts order,
            @Nullable RefundCase before,
            RefundCase next,
            long revision,
            Instant now) {
        this.order = order;
        this.orderId = order.id();
        this.party = order.parties();
        this.from = before == null ? null : before.state();
        this.ended = before == null || next.offered() != null ? null : before.offered();
        this.next = next;
        this.request = next.file().request();
        this.now = now;
        this.revision = revision;
    }

    /** Of the latest event of the order. */
    long revision() {
        return revision;
    }

    List<Message> of(List<Effect> effects) {
        List<Message> messages = new ArrayList<>();
        effects.forEach(effect -> messages.add(of(effect)));
        return messages;
    }

    private Message of(Effect effect) {
        return switch (effect) {
            case Effect.Decided(var ruling) -> decided(ruling);
            case Effect.DecidedAnew anew -> decidedAnew(anew);
            case Effect.Moved moved -> moved(moved);
            case Effect.Reminded(var deadline) -> reminded(deadline);
            case Effect.Ended ended -> ended(ended);
            case Effect.PayOut _ -> payOut();
            case Effect.AskDay(var day) -> askDay(day);
            case Effect.AskBook _ ->
                    new Message.ToTreasurer(
                            new BuyerRefundsAsked(
                                    orderId, party.shop(), party.buyer(), refund(), now));
            case Effect.Booked _ ->
                    new Message.ToTreasurer(
                            new BuyerRefunded(party.shop(), party.buyer(), refund(), now));
            case Effect.GiveBack(var day, var asked) ->
                    new Message.ToTreasurer(
                            new AllowanceReturned(
                                    day,
                                    party.shop(),
                                    party.buyer(),
                                    refund(),
                                    asked.attempt(),
                                    asked.at()));
            case Effect.Intercept(var parcel) ->
                    new Message.ToCourier(
                            new InterceptionRequested(
                                    InterceptionId.of(refund()),
                                    refund(),
                                    orderId,
                                    parcel,
                                    party.shop(),
                                    now));
            case Effect.AskAgain(var parcel, var requestedAt) ->
                    new Message.ToCourier(
                            new InterceptionQueried(
                                    InterceptionId.of(refund()),
                                    refund(),
                                    orderId,
                                    parcel,
                                    party.shop(),
                                    now,
                                    requestedAt));
            case Effect.LetGo(var parcel) ->
                    new Message.ToCourier(
                            new InterceptionCancelled(
                                    InterceptionId.of(refund()),
                                    refund(),
                                    orderId,
                                    parcel,
                                    party.shop(),
                                    now));
        };
    }

    private RefundId refund() {
        return request.id();
    }

    private RefundGrounds grounds() {
        return new RefundGrounds(request.reason(), request.evidence(), request.lines());
    }

    private Message decided(Ruling ruling) {
        return new Message.Published(
                new RefundDecided(
                        orderId,
                        party.shop(),
                        party.buyer(),
                        refund(),
                        request.kind(),
                        request.amount(),
                        grounds(),
                        ruling.decision(),
                        ruling.verdict().row(),
                        ruling.explanation(next),
                        next.movesAt(),
                        ++revision,
                        now));
    }

    private Message decidedAnew(Effect.DecidedAnew anew) {
        Ruling ruling = anew.ruling();
        return new Message.Published(
                new RefundRedecided(
                        orderId,
                        party.shop(),
                        party.buyer(),
                        refund(),
                        request.kind(),
                        request.amount(),
                        grounds(),
                        anew.previous(),
                        ruling.decision(),
                        ruling.verdict().row(),
                        ruling.explanation(next),
                        next.movesAt(),
                        ++revision,
                        now));
    }

    private Message moved(Effect.Moved moved) {
        return new Message.Published(
                new CaseMoved(
                        orderId,
                        party.shop(),
                        party.buyer(),
                        refund(),
                        from,
                        next.state(),
                        moved.because(),
                        next.actor(),
                        next.movesAt(),
                        next.offered(),
                        ended,
                        ++revision,
                        now));
    }

    private Message reminded(Instant deadline) {
        return new Message.Published(
                new ReminderFell(
                        orderId,
                        party.shop(),
                        party.buyer(),
                        refund(),
                        next.state(),
                        next.actor(),
                        deadline,
                        ++revision,
                        now));
    }

    private Message ended(Effect.Ended ended) {
        return new Message.Published(
                new CaseClosed(
                        orderId,
                        party.shop(),
                        party.buyer(),
                        refund(),
                        ended.outcome(),
                        ended.because(),
                        ended.paid(),
                        ++revision,
                        now));
    }

    private Message askDay(DayCap day) {
        Allowance asked = Objects.requireNonNull(next.file().allowance());
        return new Message.ToTreasurer(
                new AllowanceAsked(
                        day,
                        orderId,
                        party.shop(),
                        party.buyer(),
                        refund(),
                        asked.attempt(),
                        next.file().toPay(),
                        asked.at()));
    }

    private Message payOut() {
        return new Message.ToPayment(
                new PayoutRequested(
                        refund(),
                        orderId,
                        party.shop(),
                        party.buyer(),
                        next.file().toPay(),
                        order.paid(),
                        now));
    }
}
