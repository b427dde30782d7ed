package io.waybillguard.local.sandbox;

import java.net.http.HttpRequest;

/** The words of one provider, in which the couriers' book can be written too. */
interface Dialect {

    /** Does what {@code call} asks, and answers as the provider would. */
    Answer answer(Call call, CourierDesk desk, Behaviour inForce);

    /** What it says of a call that it cannot understand. */
    Answer unreadable();

    /** What it says when it is in trouble itself: whether it did anything nobody knows. */
    Answer trouble();

    /** The callback of an outcome, signed. */
    HttpRequest.Builder callback(CourierLine outcome);

    /** Whether {@code body}, answered to a callback, says that it was heard. */
    boolean isThanks(String body);

    /** Whether {@code call} only asks. */
    default boolean isQuestion(Call call) {
        return false;
    }
}
