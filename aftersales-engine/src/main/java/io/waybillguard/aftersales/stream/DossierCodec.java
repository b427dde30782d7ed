package io.waybillguard.aftersales.stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.aftersales.refund.Dossier;
import io.waybillguard.aftersales.refund.RefundCase;
import io.waybillguard.events.json.EventJson;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/**
 * Dossiers as they stand in the store: JSON with the version of its form. The names of the case
 * states are part of the form.
 */
final class DossierCodec {

    private static final int VERSION = 4;

    /** The form in the store. */
    private record Stored(
            @JsonProperty("v") int version,
            OrderFacts facts,
            List<RefundCase> cases,
            long revision) {}

    /** Tells the states apart, without the pure packages knowing of JSON. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
    private interface StateNames {}

    private final JsonMapper mapper =
            EventJson.mapper()
                    .rebuild()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .addMixIn(RefundCase.class, StateNames.class)
                    .registerSubtypes(
                            new NamedType(RefundCase.WaitingForOrder.class, "waiting-for-order"),
                            new NamedType(
                                    RefundCase.WaitingForHistory.class, "waiting-for-history"),
                            new NamedType(RefundCase.Manual.class, "manual"),
                            new NamedType(RefundCase.Offered.class, "offered"),
                            new NamedType(RefundCase.Intercepting.class, "intercepting"),
                            new NamedType(RefundCase.AwaitingRejection.class, "awaiting-rejection"),
                            new NamedType(RefundCase.AwaitingReturn.class, "awaiting-return"),
                            new NamedType(RefundCase.ReturnOnTheWay.class, "return-on-the-way"),
                            new NamedType(RefundCase.ReturnSigned.class, "return-signed"),
                            new NamedType(RefundCase.ProvingParcels.class, "proving-parcels"),
                            new NamedType(RefundCase.CheckingAllowance.class, "checking-allowance"),
                            new NamedType(RefundCase.Paying.class, "paying"),
                            new NamedType(RefundCase.PayoutParked.class, "payout-parked"),
                            new NamedType(RefundCase.Closed.class, "closed"))
                    .build();

    byte[] write(Dossier dossier) {
        return mapper.writeValueAsBytes(
                new Stored(VERSION, dossier.facts(), dossier.cases(), dossier.revision()));
    }

    /**
     * What was written by this or an earlier version.
     *
     * @throws IllegalStateException when a later version wrote it
     */
    Dossier read(byte[] bytes) {
        Stored stored = mapper.readValue(bytes, Stored.class);
        if (stored.version() > VERSION) {
            throw new IllegalStateException(
                    "a dossier of form %d was written by a later version than this, which knows %d"
                            .formatted(stored.version(), VERSION));
        }
        return new Dossier(stored.facts(), stored.cases(), stored.revision());
    }
}
