package io.waybillguard.orders.query;

import io.waybillguard.events.parcel.StallCause;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import org.jspecify.annotations.Nullable;

/** Which stalls; null does not ask. */
public record StallFilter(
        @Nullable String shop,
        @Nullable StallKind kind,
        @Nullable String courier,
        @Nullable StallLevel level,
        @Nullable StallCause cause,
        @Nullable Boolean active) {}
