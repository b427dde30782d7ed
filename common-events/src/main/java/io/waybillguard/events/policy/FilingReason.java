package io.waybillguard.events.policy;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why parcels cannot move (报备). */
public enum FilingReason {
    WEATHER,
    DISASTER,
    EPIDEMIC,
    FESTIVAL,
    PUBLIC_EVENT,
    FULL_HUBS,
    @JsonEnumDefaultValue
    OTHER
}
