package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.waybillguard.events.types.ParcelId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final String PARAM =
            """
            {"lastResult":{"com":"zhongtong","nu":"zt1","data":[{"time":"2026-03-01 10:00:00"}]}}\
            """;

    private final Playbook playbook = new Playbook();
    private final Wire wire = new Wire(4);
    private HttpServer platform;

    @BeforeEach
    void open() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/", exchange -> answer(exchange, 200));
        platform.createContext("/webhooks", ReplayTest::receive);
        platform.start();
    }

    @AfterEach
    void close() {
        wire.close();
        platform.stop(0);
    }

    @Test
    void webhooksThatAreTakenAreNoTrouble() throws Exception {
        replay(line("f:1", "good", PARAM), line("f:2", "good", "{}"));

        assertThat(playbook.troubles()).isEmpty();
        assertThat(playbook.foreseen()).containsOnlyKeys(ParcelId.of("ZTO", "ZT1"));
    }

    @Test
    void aWebhookThatIsRefusedIsTroubleAndTheOthersStillGo() throws Exception {
        Post post = replay(line("f:1", "stranger", PARAM), line("f:2", "good", PARAM));

        assertThat(playbook.troubles()).containsExactly("f:1 was refused with 403");
        assertThat(post.sent().accepted()).isEqualTo(1);
    }

    @Test
    void aWebhookThatIsNeverAnsweredIsTrouble() throws Exception {
        replay(line("f:7", "broken", PARAM));

        assertThat(playbook.troubles()).containsExactly("f:7 was lost: it was never answered");
    }

    @Test
    void onlyWhatCanBeReadIsSurelyNoDeadLetter() throws Exception {
        Post post = replay(line("f:1", "good", PARAM), line("f:2", "good", "{"));

        assertThat(post.sent()).isEqualTo(new Post.Sent(2, 0, 0, 1, 0, 1));
    }

    private Post replay(ReplayLine... lines) throws InterruptedException {
        URI base = URI.create("http://127.0.0.1:" + platform.getAddress().getPort());
        Post post = new Post(wire, base);
        OrderDesk desk = new OrderDesk(wire, base, "token");
        new Replay(post, desk, playbook, Pace.DEFAULT, "r1", List.of(lines)).play();
        return post;
    }

    private static ReplayLine line(String where, String account, String param) {
        return new ReplayLine(
                where,
                "kuaidi100",
                account,
                Kuaidi100.CONTENT_TYPE,
                Map.of(),
                Kuaidi100.form(param, null));
    }

    private static void receive(HttpExchange exchange) throws IOException {
        String account = exchange.getRequestURI().getPath();
        answer(exchange, account.endsWith("good") ? 200 : account.endsWith("broken") ? 500 : 403);
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
