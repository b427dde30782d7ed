package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.aftersales.dispatch.NoReplyException;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NotAsked;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NothingKnown;
import io.waybillguard.events.interception.InterceptionCommand;

/** The couriers. */
interface CourierGateway {

    /** Asks to stop the parcel; the same id is the same request, however often it is sent. */
    CourierAnswer.ToRequest request(InterceptionCommand command);

    /** Asks what became of the request. */
    CourierAnswer.ToQuestion query(InterceptionCommand command);

    /** Asks to let the parcel go on. */
    CourierAnswer.ToCancellation cancel(InterceptionCommand command);

    /** What it means that nobody answered. */
    static CourierAnswer.Silence silence(NoReplyException unanswered) {
        return unanswered.isNotAsked()
                ? new NotAsked(unanswered.why())
                : new NothingKnown(unanswered.why());
    }
}
