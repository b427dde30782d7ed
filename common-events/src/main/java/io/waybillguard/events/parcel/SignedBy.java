package io.waybillguard.events.parcel;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Who signed. */
public enum SignedBy {
    BUYER,
    OTHER_PERSON,
    LOCKER_OR_STATION,
    @JsonEnumDefaultValue
    UNKNOWN
}
