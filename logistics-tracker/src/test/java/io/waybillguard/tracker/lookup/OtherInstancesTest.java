package io.waybillguard.tracker.lookup;

import static io.waybillguard.tracker.Scans.PARCEL;
import static io.waybillguard.tracker.Scans.hour;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallCause;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.stall.OpenStall;
import io.waybillguard.tracker.stall.Standing;
import io.waybillguard.tracker.stream.Sought;
import io.waybillguard.tracker.stream.Sought.Elsewhere;
import io.waybillguard.tracker.stream.Sought.Found;
import io.waybillguard.tracker.stream.Sought.NotNow;
import io.waybillguard.tracker.stream.Sought.Unknown;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OtherInstancesTest {

    private final List<String> asked = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer other;
    private OtherInstances others;

    @BeforeEach
    void open() throws IOException {
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.start();
        others = new OtherInstances(Duration.ofMillis(500), Duration.ofMillis(500));
    }

    @AfterEach
    void close() {
        over.countDown();
        others.close();
        other.stop(0);
    }

    @Test
    void aParcelIsShownAsItsOwnerShowsIt() {
        ParcelView view = view();
        answers(200, JsonMapper.shared().writeValueAsString(view), Map.of());

        assertThat(others.parcel(owner(), PARCEL)).isEqualTo(new Found<>(view));
        assertThat(asked).containsExactly("/parcels/ZTO/78900000001 forwarded 1");
    }

    @Test
    void anOrdersParcelsAreThoseItsOwnerTells() {
        answers(
                200,
                """
                {"shipments":[{"courier":"ZTO","waybill":"1","role":"RETURN","settled":false}]}
                """,
                Map.of());

        assertThat(others.shipments(owner(), new OrderId("o:1")))
                .isEqualTo(
                        new Found<>(
                                new ShipmentsView(
                                        List.of(
                                                new ShipmentsView.Shipment(
                                                        "ZTO", "1", ParcelRole.RETURN, false)))));
        assertThat(asked).containsExactly("/shipments?order=o%3A1 forwarded 1");
    }

    @Test
    void onlyOneOfOursCanSayThatThereIsNoSuchParcel() {
        answers(404, "{}", Map.of(OtherInstances.FORWARDED, "1"));
        assertThat(others.parcel(owner(), PARCEL)).isEqualTo(new Unknown<>());

        answers(404, "{}", Map.of());
        assertThat(others.parcel(owner(), PARCEL)).isInstanceOf(NotNow.class);
    }

    @Test
    void whatCannotBeReadOrIsRefusedIsNoAnswer() {
        for (int status : List.of(200, 301, 400, 500, 503)) {
            answers(status, "<html>busy</html>", Map.of());
            assertThat(others.parcel(owner(), PARCEL)).as("%d", status).isInstanceOf(NotNow.class);
        }
    }

    @Test
    void anInstanceThatIsSilentIsNotWaitedForLong() {
        other.createContext(
                "/",
                _ -> {
                    try {
                        over.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });

        assertThat(others.parcel(owner(), PARCEL)).isInstanceOf(NotNow.class);
    }

    @Test
    void anInstanceThatIsGoneIsNoAnswer() {
        Elsewhere<ParcelView> owner = owner();
        other.stop(0);

        Sought<ParcelView> sought = others.parcel(owner, PARCEL);

        assertThat(sought).isEqualTo(new NotNow<>("the instance that has it does not answer"));
    }

    private Elsewhere<ParcelView> owner() {
        return new Elsewhere<>("127.0.0.1", other.getAddress().getPort());
    }

    private void answers(int status, String body, Map<String, String> headers) {
        if (!asked.isEmpty() || served) {
            other.removeContext("/");
        }
        served = true;
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        other.createContext(
                "/",
                exchange -> {
                    asked.add(
                            exchange.getRequestURI()
                                    + " forwarded "
                                    + exchange.getRequestHeaders()
                                            .getFirst(OtherInstances.FORWARDED));
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    headers.forEach(exchange.getResponseHeaders()::set);
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    private boolean served;

    private static ParcelView view() {
        return new ParcelView(
                "ZTO",
                "78900000001",
                Stage.IN_TRANSIT,
                1,
                1,
                List.of(
                        new ParcelView.ScanView(
                                ScanKind.DEPARTED, null, hour(2), hour(3), "杭州", null)),
                hour(2),
                hour(2),
                "杭州",
                null,
                false,
                null,
                new OpenStall(
                        1,
                        StallKind.IN_TRANSIT,
                        StallCause.SILENCE,
                        null,
                        StallLevel.STALLED,
                        hour(2),
                        Duration.ofHours(48),
                        Duration.ofHours(120),
                        "in-transit",
                        hour(50),
                        Stage.IN_TRANSIT,
                        "杭州",
                        null),
                1,
                3,
                new Standing(
                        "in-transit",
                        hour(2),
                        Duration.ofHours(48),
                        Duration.ofHours(120),
                        hour(122)),
                ParcelId.of("ZTO", "7310"),
                hour(122));
    }
}
