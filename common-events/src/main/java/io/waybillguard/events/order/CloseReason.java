package io.waybillguard.events.order;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why an order ended unfinished. */
public enum CloseReason {
    UNPAID,
    CANCELLED,
    REFUNDED,
    @JsonEnumDefaultValue
    OTHER
}
