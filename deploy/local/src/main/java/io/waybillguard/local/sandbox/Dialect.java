package io.waybillguard.local.sandbox;

import java.net.http.HttpRequest;

/** The words of one provider, in which the couriers' book can be written too. */
interface Dialect {

    /** Does what {@code call} asks, and answers as the provider would. */
    Answer answer(Call call, CourierDesk desk, Behaviour inForce);

    /** The callback of an outcome, signed. */
    HttpRequest.Builder callback(CourierLine outcome);

    /** Whether {@code call} only asks. */
    default boolean isQuestion(Call call) {
        return false;
    }
}
