package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.json.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReportTest {

    private final Finding finding = new Finding();

    @Test
    void theReportHasExactlyTheseParts() {
        JsonNode json = json();
        assertThat(json.propertyNames())
                .containsExactly(
                        "orders",
                        "parcels",
                        "webhooks",
                        "stalls",
                        "decisions",
                        "decisionRows",
                        "payouts",
                        "interceptions",
                        "notices",
                        "deadLetters",
                        "checks",
                        "seconds");
        assertThat(json.path("webhooks").propertyNames()).containsExactly("accepted", "rejected");
        assertThat(json.path("payouts").propertyNames())
                .containsExactly("requested", "paid", "duplicates");
        assertThat(json.path("stalls").propertyNames())
                .containsExactly("AFTER_PICKUP", "AT_DELIVERY", "IN_TRANSIT", "NOT_COLLECTED");
        assertThat(json.path("decisions").propertyNames())
                .containsExactly(
                        "APPROVE_RETURN",
                        "AUTO_REFUND",
                        "INTERCEPT",
                        "MANUAL",
                        "REJECT_THEN_REFUND");
        assertThat(json.path("interceptions").propertyNames())
                .containsExactly("failed", "requested", "succeeded", "unanswered");
        assertThat(json.path("checks").get(0).propertyNames())
                .containsExactly("name", "ok", "detail");
    }

    @Test
    void theNumbersAreWhatWasFound() {
        JsonNode json = json();
        assertThat(json.path("orders").asInt()).isEqualTo(20);
        assertThat(json.at("/webhooks/accepted").asInt()).isEqualTo(10);
        assertThat(json.at("/stalls/IN_TRANSIT").asInt()).isEqualTo(1);
        assertThat(json.at("/decisionRows/over-refund").asInt()).isEqualTo(1);
        assertThat(json.at("/payouts/paid").asInt()).isEqualTo(3);
        assertThat(json.at("/interceptions/requested").asInt()).isEqualTo(6);
        assertThat(json.at("/notices/sent").asInt()).isEqualTo(2);
        assertThat(json.path("deadLetters").asInt()).isEqualTo(2);
        assertThat(json.path("seconds").asDouble()).isEqualTo(1.5);
    }

    @Test
    void aPolicyThatWasTriedIsInItWithItsChecks() {
        Report with =
                report().with(
                                new Trial.InShort("careful-1", 5, 2, 16_800, 5, 3),
                                List.of(new Check("backtest-changes", false, "why")));
        JsonNode json = EventJson.mapper().readTree(with.json());
        assertThat(json.path("backtest").propertyNames())
                .containsExactly(
                        "shop",
                        "cases",
                        "decidedOtherwise",
                        "moneyDifference",
                        "peopleThen",
                        "peopleWould");
        assertThat(json.at("/checks/20/name").asString()).isEqualTo("backtest-changes");
        assertThat(with.isGood()).isFalse();
    }

    @Test
    void oneFailedCheckMakesItBad() {
        assertThat(report().isGood()).isTrue();
        finding.messages.add("n1");
        assertThat(report().isGood()).isFalse();
    }

    @Test
    void itIsWrittenWithTheFoldersAboveIt(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("deep/er/report.json");
        report().writeTo(file);
        assertThat(EventJson.mapper().readTree(Files.readString(file))).isEqualTo(json());
    }

    private Report report() {
        Findings found = finding.found();
        List<Check> checks = Checklist.afterDemo(found);
        return Report.of(found, checks, 1.5);
    }

    private JsonNode json() {
        return EventJson.mapper().readTree(report().json());
    }
}
