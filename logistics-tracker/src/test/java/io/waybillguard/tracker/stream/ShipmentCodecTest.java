package io.waybillguard.tracker.stream;

import static io.waybillguard.tracker.Scans.NOON;
import static io.waybillguard.tracker.Scans.PARCEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.stream.ShipmentCodec.Stored;
import io.waybillguard.tracker.tracking.Shipments;
import io.waybillguard.tracker.tracking.Shipments.Shipment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShipmentCodecTest {

    private static final ParcelId OTHER = ParcelId.of("YTO", "YT2");

    @Test
    void bytesOfVersionOneAreDeliveriesThatAreWaitedFor() throws IOException {
        assertThat(ShipmentCodec.read(committed("shipments-v1.base64")))
                .isEqualTo(
                        new Stored(
                                new Shipments(
                                        List.of(
                                                new Shipment(PARCEL, ParcelRole.DELIVERY, false),
                                                new Shipment(OTHER, ParcelRole.DELIVERY, false))),
                                NOON));
    }

    /** Run with {@code -Dstore.write=true} to write the file of a new version. */
    @Test
    void todaysCodeWritesVersionTwo() throws IOException {
        if (Boolean.getBoolean("store.write")) {
            Files.write(
                    Path.of("src/test/resources/store/shipments-v2.base64"),
                    Base64.getMimeEncoder().encode(ShipmentCodec.write(stored())));
        }
        assertThat(ShipmentCodec.write(stored())).isEqualTo(committed("shipments-v2.base64"));
        assertThat(ShipmentCodec.read(committed("shipments-v2.base64"))).isEqualTo(stored());
    }

    @Test
    void anUnknownVersionIsRefused() {
        byte[] bytes = ShipmentCodec.write(stored());
        bytes[0] = 3;

        assertThatThrownBy(() -> ShipmentCodec.read(bytes))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 3");
    }

    private static Stored stored() {
        return new Stored(
                new Shipments(
                        List.of(
                                new Shipment(PARCEL, ParcelRole.DELIVERY, true),
                                new Shipment(OTHER, ParcelRole.DELIVERY, false),
                                new Shipment(ParcelId.of("SF", "SF3"), ParcelRole.RETURN, false))),
                NOON);
    }

    private static byte[] committed(String name) throws IOException {
        try (InputStream file = ShipmentCodecTest.class.getResourceAsStream("/store/" + name)) {
            return Base64.getMimeDecoder().decode(file.readAllBytes());
        }
    }
}
