package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.events.interception.InterceptionCommand;
import java.net.URI;

/** Where couriers call back. */
final class CallbackAddress {

    private final String base;

    /** Below {@code base}, with or without a slash at its end. */
    CallbackAddress(URI base) {
        String text = base.toString();
        this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** In our own words. */
    String of(InterceptionCommand command) {
        return base + CallbackController.PATH + command.parcel().courier();
    }

    /** In the words of {@code provider}, which need not say what they are about. */
    String of(String provider, InterceptionCommand command) {
        return base
                + CallbackController.PATH
                + provider
                + "/"
                + command.parcel().courier()
                + "?order="
                + Form.encoded(command.orderId().value())
                + "&request="
                + Form.encoded(command.interceptionId().value());
    }
}
