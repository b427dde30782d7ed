package io.waybillguard.aftersales.dispatch.reconciliation;

import static io.waybillguard.aftersales.dispatch.payout.Payouts.aPayout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.aftersales.dispatch.TestPayments;
import io.waybillguard.aftersales.dispatch.TestServer.Mode;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.payout.PayoutCommand;
import io.waybillguard.events.refund.Actor;
import io.waybillguard.events.refund.AftersalesEvent.CaseMoved;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.kit.kafka.EventPublisher;
import io.waybillguard.kit.kafka.KafkaEdge;
import io.waybillguard.kit.testing.OneBroker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.GroupState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** The reconciliation between real topics and a payment side that keeps a list. */
class ReconciliationOnKafkaTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private OneBroker broker;
    private TestPayments payments;
    private ConfigurableApplicationContext service;

    /** Not a component: only this test starts it. */
    @EnableAutoConfiguration
    @ComponentScan({"io.waybillguard.aftersales.dispatch", "io.waybillguard.aftersales.access"})
    @Import(KafkaEdge.class)
    static class Dispatching {}

    @BeforeEach
    void open() throws Exception {
        broker = OneBroker.start();
        payments = new TestPayments();
        service = start();
    }

    @AfterEach
    void close() throws Exception {
        service.close();
        payments.close();
        broker.close();
        http.close();
    }

    private ConfigurableApplicationContext start(String... more) {
        String[] settings = {
            "--spring.application.name=aftersales-engine",
            "--spring.config.name=dispatch",
            "--server.port=0",
            "--waybill.kafka.bootstrap-servers=" + broker.servers(),
            "--waybill.kafka.partitions=2",
            "--waybill.engine.payout.url=" + payments.url(),
            "--waybill.engine.interception.mode=topic",
            "--waybill.engine.access[0].token=a-token",
            "--waybill.engine.access[0].shop=*",
            "--waybill.engine.access[1].token=a-shops-token",
            "--waybill.engine.access[1].shop=shop-1",
            "--waybill.engine.reconciliation.grace=1ms",
            "--waybill.engine.reconciliation.retry-every=1s",
            "--spring.lifecycle.timeout-per-shutdown-phase=2s"
        };
        return new SpringApplicationBuilder(Dispatching.class)
                .web(WebApplicationType.SERVLET)
                .run(Stream.concat(Stream.of(settings), Stream.of(more)).toArray(String[]::new));
    }

    private HttpResponse<String> call(String method, String path, String token) throws Exception {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode json(String method, String path, int status) throws Exception {
        HttpResponse<String> answer = call(method, path, "a-token");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return EventJson.mapper().readTree(answer.body());
    }

    private void decide(PayoutCommand command) throws Exception {
        EventPublisher publisher = service.getBean(EventPublisher.class);
        CaseMoved moved =
                new CaseMoved(
                        command.orderId(),
                        new ShopId("shop-1"),
                        new BuyerId("buyer-1"),
                        command.refundId(),
                        CaseState.MANUAL,
                        CaseState.PAYING,
                        MoveReason.MERCHANT_AGREED,
                        Actor.PAYMENT,
                        null,
                        1,
                        Instant.now());
        publisher.publish(Topics.AFTERSALES_EVENTS, moved).get(10, TimeUnit.SECONDS);
        publisher.publish(Topics.PAYOUTS, command).get(10, TimeUnit.SECONDS);
    }

    private double gauge(String name, String... tags) {
        return service.getBean(MeterRegistry.class).get(name).tags(tags).gauge().value();
    }

    private double paid() {
        return service.getBean(MeterRegistry.class)
                .get("payouts")
                .tag("outcome", "paid")
                .counter()
                .count();
    }

    @Test
    void theFirstComesByItselfAndTheNextWhenAskedFor() throws Exception {
        await().atMost(PATIENCE)
                .until(() -> json("GET", "/reconciliations", 200).path("total").asInt() == 1);
        decide(aPayout("r-1", "o-1"));
        decide(aPayout("r-2", "o-2"));
        await().atMost(PATIENCE).until(() -> paid() == 2);
        payments.hasPaid("r-9", "o-9", 700);
        payments.hasPaid("r-2", "o-2", 1990);

        JsonNode report = json("POST", "/reconciliations", 201);

        assertThat(report.path("totals").path("decided").asInt()).isEqualTo(2);
        assertThat(report.path("totals").path("listed").asInt()).isEqualTo(4);
        assertThat(report.path("counts").path("EXTRA").asInt()).isEqualTo(1);
        assertThat(report.path("counts").path("DUPLICATE").asInt()).isEqualTo(1);
        assertThat(report.path("breaks").asInt()).isEqualTo(2);
        assertThat(gauge("payout.breaks", "class", "extra")).isEqualTo(1);
        assertThat(gauge("payout.breaks", "class", "missing")).isZero();
        assertThat(gauge("payout.reconciliation.age")).isBetween(0.0, 60.0);

        String path = "/reconciliations/" + report.path("id").asString();
        JsonNode details = json("GET", path + "?page=1&size=1", 200);
        assertThat(details.path("kept").path("total").asInt()).isEqualTo(2);
        assertThat(details.path("kept").path("items").get(0).path("reference").asString())
                .isEqualTo("r-9");
        assertThat(details.path("breaks").asInt()).isEqualTo(2);
        assertThat(json("GET", "/reconciliations?size=1", 200).path("items")).hasSize(1);
    }

    @Test
    void whatWasFoundIsThereAfterARestartAndNotFoundAnewBeforeItsTime() throws Exception {
        payments.hasPaid("r-9", "o-9", 700);
        await().atMost(PATIENCE)
                .until(() -> json("GET", "/reconciliations", 200).path("total").asInt() == 1);

        service.close();
        service = start();

        await().atMost(PATIENCE).until(() -> gauge("payout.breaks", "class", "extra") == 1);
        assertThat(json("GET", "/reconciliations", 200).path("total").asInt()).isEqualTo(1);
        service.close();
        service = start("--waybill.engine.reconciliation.period=1ms");
        await().atMost(PATIENCE)
                .until(() -> json("GET", "/reconciliations", 200).path("total").asInt() >= 2);
    }

    private int reports() throws Exception {
        return json("GET", "/reconciliations", 200).path("total").asInt();
    }

    private static double runs(ConfigurableApplicationContext instance) {
        return instance.getBean(MeterRegistry.class)
                .counter("payout.reconciliations", "outcome", "even")
                .count();
    }

    private void awaitMembers(int count) {
        String group = "aftersales-reconciliation";
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.servers()))) {
            await().atMost(PATIENCE)
                    .until(
                            () ->
                                    admin.describeConsumerGroups(List.of(group))
                                            .describedGroups()
                                            .get(group)
                                            .get(),
                            found ->
                                    found.groupState() == GroupState.STABLE
                                            && found.members().size() == count);
        }
    }

    @Test
    void twoInstancesMakeOneReportInAPeriodAndShowTheSame() throws Exception {
        payments.hasPaid("r-9", "o-9", 700);
        await().atMost(PATIENCE).until(() -> reports() == 1);
        try (ConfigurableApplicationContext other = start()) {
            awaitMembers(2);

            MeterRegistry theirs = other.getBean(MeterRegistry.class);
            await().atMost(PATIENCE)
                    .until(() -> theirs.get("payout.reconciliation.age").gauge().value() > 0);
            assertThat(theirs.get("payout.breaks").tag("class", "extra").gauge().value())
                    .isEqualTo(gauge("payout.breaks", "class", "extra"))
                    .isEqualTo(1);
            assertThat(reports()).isEqualTo(1);
        }
    }

    @Test
    void ofTwoInstancesOneComparesUntilItLeavesAndThenTheOtherDoes() throws Exception {
        String often = "--waybill.engine.reconciliation.period=1ms";
        service.close();
        ConfigurableApplicationContext first = start(often);
        service = start(often);
        try (first) {
            awaitMembers(2);
            double byFirst = runs(first);
            double bySecond = runs(service);
            int before = reports();
            await().atMost(PATIENCE).until(() -> reports() >= before + 3);

            boolean firstRan = runs(first) > byFirst;
            assertThat(runs(service) > bySecond).isNotEqualTo(firstRan);
            ConfigurableApplicationContext stays = firstRan ? service : first;
            double byStaying = runs(stays);
            (firstRan ? first : service).close();
            await().atMost(PATIENCE).until(() -> runs(stays) > byStaying);
        }
    }

    @Test
    void whatWasFoundAfterTheTurnHadGoneToAnotherIsDroppedAndCountedSo() throws Exception {
        await().atMost(PATIENCE).until(() -> reports() == 1);

        assertThat(service.getBean(Runs.class).inTurn(() -> false)).isFalse();

        assertThat(reports()).isEqualTo(1);
        assertThat(
                        service.getBean(MeterRegistry.class)
                                .counter("payout.reconciliations", "outcome", "dropped")
                                .count())
                .isEqualTo(1);
    }

    @Test
    void aListThatIsNotToBeHadIsToldAndTriedAgain() throws Exception {
        await().atMost(PATIENCE)
                .until(() -> json("GET", "/reconciliations", 200).path("total").asInt() == 1);

        payments.onGets(Mode.GARBAGE);
        json("POST", "/reconciliations", 502);
        payments.onGets(Mode.ERROR_500, Mode.ERROR_500);
        json("POST", "/reconciliations", 502);
        json("POST", "/reconciliations", 201);
    }

    @Test
    void withoutATokenNothingIsTold() throws Exception {
        assertThat(call("GET", "/reconciliations", "another").statusCode()).isEqualTo(401);
        assertThat(call("POST", "/reconciliations", "").statusCode()).isEqualTo(401);
        assertThat(json("GET", "/reconciliations/rc-none", 404).path("detail").asString())
                .isEqualTo("there is no such reconciliation");
        json("GET", "/reconciliations?size=0", 400);
    }
}
