package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.events.interception.InterceptionCommand;

/** The couriers. */
interface CourierGateway {

    /** Asks to stop the parcel; the same id is the same request, however often it is sent. */
    CourierAnswer.ToRequest request(InterceptionCommand command);

    /** Asks what became of the request. */
    CourierAnswer.ToQuestion query(InterceptionCommand command);
}
