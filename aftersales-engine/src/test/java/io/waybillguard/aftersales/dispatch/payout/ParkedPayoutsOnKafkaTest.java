package io.waybillguard.aftersales.dispatch.payout;

import static io.waybillguard.aftersales.dispatch.payout.Payouts.aPayout;
import static io.waybillguard.aftersales.dispatch.payout.Payouts.parked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybillguard.aftersales.dispatch.TestPayments;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.payout.PayoutCommand.PayoutRejected;
import io.waybillguard.events.payout.PayoutCommand.PayoutReleased;
import io.waybillguard.events.payout.PayoutResult.PayoutDeclined;
import io.waybillguard.events.payout.PayoutResult.PayoutPaid;
import io.waybillguard.events.payout.PayoutResult.PayoutParked;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.kit.kafka.EventPublisher;
import io.waybillguard.kit.kafka.KafkaEdge;
import io.waybillguard.kit.kafka.KafkaSettings;
import io.waybillguard.kit.kafka.TopicFollower;
import io.waybillguard.kit.testing.OneBroker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** What persons do about parked payouts, over HTTP and real topics. */
class ParkedPayoutsOnKafkaTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WHO_AND_WHY = "{\"agent\":\"agent-7\",\"reason\":\"looked\"}";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static OneBroker broker;
    private static TestPayments payments;
    private static ConfigurableApplicationContext service;

    /** Not a component: only this test starts it. */
    @EnableAutoConfiguration
    @ComponentScan({"io.waybillguard.aftersales.dispatch", "io.waybillguard.aftersales.access"})
    @Import(KafkaEdge.class)
    static class Dispatching {}

    @BeforeAll
    static void start() throws Exception {
        broker = OneBroker.start();
        payments = new TestPayments();
        service =
                new SpringApplicationBuilder(Dispatching.class)
                        .web(WebApplicationType.SERVLET)
                        .run(
                                "--spring.application.name=aftersales-engine",
                                "--spring.config.name=dispatch",
                                "--server.port=0",
                                "--waybill.kafka.bootstrap-servers=" + broker.servers(),
                                "--waybill.kafka.partitions=2",
                                "--waybill.engine.payout.url=" + payments.url(),
                                "--waybill.engine.reconciliation.url=",
                                "--waybill.engine.interception.mode=topic",
                                "--waybill.engine.access[0].token=a-token",
                                "--waybill.engine.access[0].shop=*",
                                "--waybill.engine.access[1].token=a-shops-token",
                                "--waybill.engine.access[1].shop=shop-1",
                                "--spring.lifecycle.timeout-per-shutdown-phase=2s");
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        payments.close();
        broker.close();
        HTTP.close();
    }

    private static HttpResponse<String> call(String method, String path, String body, String token)
            throws Exception {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(method, BodyPublishers.ofString(body))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(String method, String path, String body, int status)
            throws Exception {
        HttpResponse<String> answer = call(method, path, body, "a-token");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return EventJson.mapper().readTree(answer.body());
    }

    private static List<String> waiting() throws Exception {
        List<String> references = new ArrayList<>();
        json("GET", "/payouts/parked", "", 200)
                .path("items")
                .forEach(item -> references.add(item.path("refundId").asString()));
        return references;
    }

    private static void park(PayoutParked payout) throws Exception {
        service.getBean(EventPublisher.class)
                .publish(Topics.PAYOUTS_PARKED, payout)
                .get(10, TimeUnit.SECONDS);
    }

    private static <V> List<V> events(Topic<V> topic) {
        List<V> events = new ArrayList<>();
        try (TopicFollower reader =
                new TopicFollower(service.getBean(KafkaSettings.class), topic)) {
            reader.readOn(record -> {
                if (EventJson.read(topic, record.value()) instanceof Read.Event<V>(var event)) {
                    events.add(event);
                }
            });
        }
        return events;
    }

    @Test
    void whatIsReleasedIsPaidUnderItsOwnKeyAndLeavesTheList() throws Exception {
        park(parked(aPayout("r-free", "o-free")));
        assertThat(waiting()).contains("r-free");

        JsonNode told = json("POST", "/payouts/parked/r-free/release", WHO_AND_WHY, 202);

        assertThat(told.path("agent").asString()).isEqualTo("agent-7");
        await().atMost(PATIENCE).until(() -> !waiting().contains("r-free"));
        assertThat(payments.bookOf("r-free")).hasSize(1);
        assertThat(payments.posts()).anyMatch(post -> post.key().equals("refund-r-free"));
        assertThat(events(Topics.PAYOUT_RESULTS))
                .filteredOn(result -> result.refundId().value().equals("r-free"))
                .singleElement()
                .isInstanceOf(PayoutPaid.class);
        assertThat(events(Topics.PAYOUTS))
                .filteredOn(command -> command.refundId().value().equals("r-free"))
                .singleElement()
                .satisfies(command -> {
                    assertThat(((PayoutReleased) command).agent()).isEqualTo("agent-7");
                    assertThat(((PayoutReleased) command).reason()).isEqualTo("looked");
                });
        json("POST", "/payouts/parked/r-free/release", WHO_AND_WHY, 404);
    }

    @Test
    void whatIsRejectedIsDeclinedAndLeavesTheList() throws Exception {
        park(parked(aPayout("r-no", "o-no")));

        json("POST", "/payouts/parked/r-no/reject", WHO_AND_WHY, 202);

        await().atMost(PATIENCE).until(() -> !waiting().contains("r-no"));
        assertThat(payments.bookOf("r-no")).isEmpty();
        assertThat(events(Topics.PAYOUT_RESULTS))
                .filteredOn(result -> result.refundId().value().equals("r-no"))
                .singleElement()
                .extracting(result -> ((PayoutDeclined) result).reason())
                .isEqualTo(Cashier.REJECTED_BY_OPERATOR);
        assertThat(events(Topics.PAYOUTS))
                .filteredOn(command -> command.refundId().value().equals("r-no"))
                .singleElement()
                .isInstanceOf(PayoutRejected.class);
    }

    @Test
    void whatDoesNotTellWhatWasPaidForTheOrderCanOnlyBeRejected() throws Exception {
        PayoutParked now = parked(aPayout("r-old", "o-old"));
        park(new PayoutParked(now.refundId(), now.orderId(), now.amount(), now.reason(), now.at()));

        json("POST", "/payouts/parked/r-old/release", WHO_AND_WHY, 409);
        json("POST", "/payouts/parked/r-old/reject", WHO_AND_WHY, 202);
    }

    @Test
    void whoAndWhyMustBeSaidByOneWhoIsKnown() throws Exception {
        park(parked(aPayout("r-ask", "o-ask")));
        String release = "/payouts/parked/r-ask/release";

        assertThat(call("POST", release, WHO_AND_WHY, "another").statusCode()).isEqualTo(401);
        assertThat(call("GET", "/payouts/parked", "", "").statusCode()).isEqualTo(401);
        json("POST", release, "{\"agent\":\" \",\"reason\":\"looked\"}", 400);
        json("POST", release, "{\"agent\":\"agent-7\"}", 400);
        json("POST", "/payouts/parked/r-none/release", WHO_AND_WHY, 404);
        json("POST", "/payouts/parked/no%20id/reject", WHO_AND_WHY, 400);
        json("GET", "/payouts/parked?size=501", "", 400);
        assertThat(waiting()).contains("r-ask");
    }
}
