package io.waybillguard.events.json;

import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.parcel.ParcelSnapshot;
import io.waybillguard.events.types.ParcelId;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes milestones, nearly all that the tracker writes, as a stream of tokens: the same bytes as
 * the mapper's, in half the time.
 */
final class MilestoneWriter {

    private static final String TYPE = EventTypes.nameOf(MilestoneReached.class);
    private static final int USUAL_BYTES = 768;

    private MilestoneWriter() {}

    static byte[] write(JsonFactory factory, MilestoneReached event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("type", TYPE);
            json.writeStringProperty("orderId", event.orderId().value());
            json.writeStringProperty("shopId", event.shopId().value());
            json.writeStringProperty("buyerId", event.buyerId().value());
            json.writeName("parcel");
            snapshot(json, event.parcel());
            constant(json, "previous", event.previous());
            json.writeNumberProperty("revision", event.revision());
            instant(json, "at", event.at());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void snapshot(JsonGenerator json, ParcelSnapshot parcel) {
        json.writeStartObject();
        id(json, "id", parcel.id());
        constant(json, "role", parcel.role());
        constant(json, "stage", parcel.stage());
        json.writeNumberProperty("scans", parcel.scans());
        instant(json, "shippedAt", parcel.shippedAt());
        instant(json, "collectedAt", parcel.collectedAt());
        instant(json, "lastMovedAt", parcel.lastMovedAt());
        constant(json, "lastScan", parcel.lastScan());
        json.writeStringProperty("lastPlace", parcel.lastPlace());
        instant(json, "signedAt", parcel.signedAt());
        constant(json, "signedBy", parcel.signedBy());
        json.writeBooleanProperty("intercepted", parcel.intercepted());
        constant(json, "problem", parcel.problem());
        id(json, "movedTo", parcel.movedTo());
        json.writeEndObject();
    }

    private static void id(JsonGenerator json, String name, @Nullable ParcelId id) {
        if (id != null) {
            json.writeName(name);
            json.writeStartObject();
            json.writeStringProperty("courier", id.courier().value());
            json.writeStringProperty("waybill", id.waybill());
            json.writeEndObject();
        }
    }

    private static void instant(JsonGenerator json, String name, @Nullable Instant value) {
        if (value != null) {
            json.writeStringProperty(name, PlainInstants.write(value));
        }
    }

    private static void constant(JsonGenerator json, String name, @Nullable Enum<?> value) {
        if (value != null) {
            json.writeStringProperty(name, value.name());
        }
    }
}
