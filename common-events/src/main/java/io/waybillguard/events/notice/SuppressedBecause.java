package io.waybillguard.events.notice;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why a message was not sent. */
public enum SuppressedBecause {
    DUPLICATE,
    STALE,
    DAILY_CAP,
    OPTED_OUT,
    @JsonEnumDefaultValue
    OTHER
}
