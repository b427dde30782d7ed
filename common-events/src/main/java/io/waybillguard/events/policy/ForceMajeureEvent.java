package io.waybillguard.events.policy;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.FilingId;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Force majeure filings; the latest of a filing holds. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ForceMajeureEvent {

    /** The filing: the key of its topic. */
    FilingId filingId();

    /** When it happened, as told by whoever wrote the event. */
    Instant at();

    /**
     * A filing as it now stands.
     *
     * @param shopId null when the platform files for all shops
     * @param provinces destination provinces it covers; empty: all
     * @param couriers it covers; empty: all
     * @param from inclusive
     * @param until exclusive
     * @param latestShipAt replaces the promised ship instant; null: it does not
     */
    @JsonTypeName("policy.force-majeure-set.v1")
    record ForceMajeureSet(
            FilingId filingId,
            @Nullable ShopId shopId,
            FilingReason reason,
            String evidence,
            Set<String> provinces,
            Set<CourierCode> couriers,
            Instant from,
            Instant until,
            @Nullable Instant latestShipAt,
            FilingStatus status,
            Instant at)
            implements ForceMajeureEvent {
        public ForceMajeureSet {
            Checks.required("filingId", filingId);
            Checks.required("reason", reason);
            evidence = Checks.text("evidence", evidence, 512);
            provinces = Checks.set(provinces);
            couriers = Checks.set(couriers);
            Checks.required("from", from);
            Checks.required("until", until);
            Checks.required("status", status);
            Checks.required("at", at);
        }
    }
}
