package io.waybillguard.notifier.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.notifier.send.Answer.Busy;
import io.waybillguard.notifier.send.Answer.Refused;
import io.waybillguard.notifier.send.Answer.Taken;
import io.waybillguard.notifier.send.Answer.Unknown;
import io.waybillguard.notifier.send.Answer.Unreachable;
import io.waybillguard.notifier.send.Answer.Unsendable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpChannelTest {

    private record Got(String method, String path, String key, String contentType, byte[] body) {}

    private final BlockingQueue<Got> got = new LinkedBlockingQueue<>();
    private final AtomicInteger status = new AtomicInteger(202);
    private final CountDownLatch silence = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        silence.countDown();
        server.stop(0);
    }

    @Test
    void aMessageIsPostedWithItsIdAsKey() throws InterruptedException {
        try (HttpChannel channel = channel()) {
            assertThat(channel.send(Sending.notice("n-1"))).isEqualTo(new Taken());
        }

        Got call = got.take();
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.path()).isEqualTo("/base/messages");
        assertThat(call.key()).isEqualTo("n-1");
        assertThat(call.contentType()).isEqualTo("application/json");
        Map<?, ?> body = EventJson.mapper().readValue(call.body(), Map.class);
        assertThat((Object) body)
                .isEqualTo(
                        Map.of(
                                "noticeId",
                                "n-1",
                                "buyerId",
                                "buyer-1",
                                "shopId",
                                "shop-1",
                                "language",
                                "ZH",
                                "text",
                                "您的包裹"));
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "404", "409", "422", "302"})
    void aRefusalIsARefusal(int code) {
        status.set(code);
        try (HttpChannel channel = channel()) {
            assertThat(channel.send(Sending.notice("n-1"))).isEqualTo(new Refused(code));
        }
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503"})
    void anErrorOfTheServerIsUnknown(int code) {
        status.set(code);
        try (HttpChannel channel = channel()) {
            assertThat(channel.send(Sending.notice("n-1"))).isInstanceOf(Unknown.class);
        }
        assertThat(got).as("asked once").hasSize(1);
    }

    @Test
    void tooManyIsNotTaken() {
        status.set(429);
        try (HttpChannel channel = channel()) {
            assertThat(channel.send(Sending.notice("n-1")))
                    .isEqualTo(new Busy(Duration.ofSeconds(7)));
        }
    }

    @Test
    void silenceIsUnknown() {
        status.set(-1);
        try (HttpChannel channel = channel(base(), Duration.ofMillis(300))) {
            assertThat(channel.send(Sending.notice("n-1"))).isEqualTo(new Unknown("time-out"));
        }
    }

    @Test
    void aConnectionClosedAfterSendingIsUnknown() {
        status.set(-2);
        try (HttpChannel channel = channel()) {
            assertThat(channel.send(Sending.notice("n-1")))
                    .isEqualTo(new Unknown("connection lost"));
        }
        assertThat(got).as("asked once").hasSize(1);
    }

    @Test
    void whatCannotBeWrittenAsARequestIsUnsendable() {
        ChannelSettings hasty = Sending.settings(URI.create("http://127.0.0.1:1"), Duration.ZERO);
        try (HttpChannel channel =
                new HttpChannel(hasty, TimeLimiter.of("app", new ChannelLimits(hasty).time()))) {
            assertThat(channel.send(Sending.notice("n-1")))
                    .isEqualTo(new Unsendable("IllegalArgumentException"));
        }
    }

    @Test
    void aRefusedConnectionIsUnreachable() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        try (HttpChannel channel = channel(URI.create("http://127.0.0.1:" + free))) {
            assertThat(channel.send(Sending.notice("n-1"))).isEqualTo(new Unreachable());
        }
    }

    private HttpChannel channel() {
        return channel(base());
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/base/");
    }

    /** With more time than a busy machine needs to answer. */
    private static HttpChannel channel(URI url) {
        return channel(url, Duration.ofSeconds(20));
    }

    private static HttpChannel channel(URI url, Duration answerTimeout) {
        ChannelSettings settings = Sending.settings(url, answerTimeout);
        return new HttpChannel(settings, TimeLimiter.of("app", new ChannelLimits(settings).time()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        got.add(
                new Got(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                        exchange.getRequestHeaders().getFirst("Content-Type"),
                        exchange.getRequestBody().readAllBytes()));
        int code = status.get();
        if (code == -1) {
            awaitQuietly();
        }
        if (code > 0) {
            exchange.getResponseHeaders().add("Retry-After", "7");
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(code, -1);
        }
        exchange.close();
    }

    private void awaitQuietly() {
        try {
            silence.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
