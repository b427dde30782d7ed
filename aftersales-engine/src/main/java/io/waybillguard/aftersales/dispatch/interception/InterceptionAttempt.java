package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Already;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Cancelled;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Known;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NeverSeen;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NotAsked;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NotCancelled;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NothingKnown;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Unaskable;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Uncancellable;
import io.waybillguard.events.interception.InterceptionCommand;
import io.waybillguard.events.interception.InterceptionCommand.InterceptionCancelled;
import io.waybillguard.events.interception.InterceptionCommand.InterceptionQueried;
import io.waybillguard.events.interception.InterceptionCommand.InterceptionRequested;
import io.waybillguard.events.interception.InterceptionResult.InterceptionUnknown;
import java.time.Instant;

/**
 * One delivery of an interception command, and the rules by which it is carried out. It ends in a
 * result, or waits while the courier is known to be down: where nothing can be known the engine is
 * told so, and asks again later. A cancellation ends in nothing but a number.
 *
 * @param requestBefore until when the courier is sure to know the request's id again: from then on
 *     it is only asked
 * @param requests how often this delivery has asked the courier to stop the parcel, or to let it
 *     go, under the one id
 * @param requestsAllowed how often it may
 */
record InterceptionAttempt(
        InterceptionCommand command, Instant requestBefore, int requests, int requestsAllowed) {

    /** A delivery that has asked for nothing yet. */
    static InterceptionAttempt of(
            InterceptionCommand command, Instant requestBefore, int requestsAllowed) {
        return new InterceptionAttempt(command, requestBefore, 0, requestsAllowed);
    }

    Step first(Instant now) {
        return switch (command) {
            case InterceptionRequested _ -> mayRequest(now) ? request() : new Step.Query(this);
            case InterceptionQueried _ -> new Step.Query(this);
            case InterceptionCancelled _ -> new Step.Cancel(counted());
        };
    }

    Step onRequest(CourierAnswer.ToRequest answer, Instant now) {
        return switch (answer) {
            case Known known -> tell(known, now);
            case NotAsked(var why) -> new Step.Wait(why);
            case Already _, NothingKnown _ -> new Step.Query(this);
        };
    }

    Step onQuery(CourierAnswer.ToQuestion answer, Instant now) {
        return switch (answer) {
            case Known known -> tell(known, now);
            case Unaskable _ -> unknown("unaskable", now);
            case NeverSeen _ -> mayRequest(now) ? request() : unknown("never-seen", now);
            case NotAsked(var why) -> new Step.Wait(why);
            case NothingKnown(var why) -> unknown(why, now);
        };
    }

    /** To cancel twice is to cancel, so that a lost answer is asked for once more. */
    Step onCancellation(CourierAnswer.ToCancellation answer) {
        return switch (answer) {
            case Cancelled _ -> new Step.Count("cancelled");
            case NotCancelled _ -> new Step.Count("cancel_refused");
            case Uncancellable _ -> new Step.Count("cancel_ignored");
            case NotAsked(var why) -> new Step.Wait(why);
            case NothingKnown _ ->
                    requests < requestsAllowed
                            ? new Step.Cancel(counted())
                            : new Step.Count("cancel_unknown");
        };
    }

    private boolean mayRequest(Instant now) {
        return requests < requestsAllowed && now.isBefore(requestBefore);
    }

    private Step request() {
        return new Step.Request(counted());
    }

    private InterceptionAttempt counted() {
        return new InterceptionAttempt(command, requestBefore, requests + 1, requestsAllowed);
    }

    private Step tell(Known known, Instant now) {
        Instant at = known.at() == null ? now : known.at();
        return new Step.Tell(
                known.standing()
                        .of(command.interceptionId(), command.orderId(), command.parcel(), at));
    }

    private Step unknown(String detail, Instant now) {
        return new Step.Tell(
                new InterceptionUnknown(
                        command.interceptionId(),
                        command.refundId(),
                        command.orderId(),
                        command.parcel(),
                        detail,
                        now));
    }
}
