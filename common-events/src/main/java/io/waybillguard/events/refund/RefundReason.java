package io.waybillguard.events.refund;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why a buyer asks. */
public enum RefundReason {
    NOT_WANTED,
    NOT_SHIPPED,
    NO_MOVEMENT,
    LATE,
    DAMAGED,
    WRONG_GOODS,
    MISSING_GOODS,
    QUALITY,
    @JsonEnumDefaultValue
    OTHER
}
