package io.waybillguard.orders.projection;

import java.util.List;

/** What a record means to the projection. */
sealed interface Translated {

    record Rows(List<Write> writes) implements Translated {}

    /**
     * Nobody understands it.
     *
     * @param reason one of a few fixed words
     */
    record Unreadable(String reason, String detail) implements Translated {}
}
