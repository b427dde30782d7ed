package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.RefundId;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BargainingTest {

    private static final RefundId REFUND = new RefundId("rf-1");
    private static final Money PART = Money.yuan(45);
    private static final Pace NOW =
            new Pace(
                    1,
                    1,
                    1,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO);

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Wire wire = new Wire(1);
    private final OrderNews news = new OrderNews();
    private final Playbook playbook = new Playbook();
    private HttpServer orders;
    private Bargaining bargaining;

    @BeforeEach
    void open() throws Exception {
        orders = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        orders.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        byte[] body = exchange.getRequestBody().readAllBytes();
                        heard.add(
                                exchange.getRequestURI()
                                        + " "
                                        + new String(body, StandardCharsets.UTF_8));
                        exchange.sendResponseHeaders(200, -1);
                    }
                });
        orders.start();
        URI base = URI.create("http://127.0.0.1:" + orders.getAddress().getPort());
        bargaining = new Bargaining("a story", new OrderDesk(wire, base, "t"), news, playbook, NOW);
    }

    @AfterEach
    void close() {
        wire.close();
        orders.stop(0);
    }

    private void caseIs(CaseState state) {
        news.moved(REFUND, state, MoveReason.OFFERED, Instant.EPOCH);
    }

    @Test
    void anOfferOfMoneyNamesThePartAndOneOfGoodsNone() throws Exception {
        caseIs(CaseState.OFFERED);
        bargaining.offer(REFUND, PART, "agent");
        bargaining.offer(REFUND, null, "agent");
        assertThat(heard.getFirst())
                .startsWith("/refunds/rf-1/offer ")
                .contains("\"offerId\":\"of-rf-1\"", "PARTIAL_REFUND", "\"amountFen\":4500");
        assertThat(heard.getLast()).contains("RESHIPMENT").doesNotContain("amountFen");
    }

    @Test
    void anOfferThatTheCaseDoesNotHearOfBreaksTheStory() {
        caseIs(CaseState.MANUAL);
        assertThatThrownBy(() -> bargaining.offer(REFUND, PART, "agent"))
                .isInstanceOf(StoryBroken.class)
                .hasMessageContaining("OFFERED");
    }

    @Test
    void whoAcceptsNamesTheOfferAndTheBargainIsWrittenDown() throws Exception {
        bargaining.accept(REFUND, PART);
        assertThat(heard)
                .containsExactly("/refunds/rf-1/offer-acceptance {\"offerId\":\"of-rf-1\"}");
        assertThat(playbook.bargains()).containsExactly(new Bargain(REFUND, "a story", PART, true));
    }

    @Test
    void aDeclinedOfferGivesTheCaseBackToTheShop() throws Exception {
        caseIs(CaseState.MANUAL);
        bargaining.decline(REFUND, null);
        assertThat(heard).containsExactly("/refunds/rf-1/offer-decline {\"offerId\":\"of-rf-1\"}");
        assertThat(playbook.bargains())
                .containsExactly(new Bargain(REFUND, "a story", null, false));
    }
}
