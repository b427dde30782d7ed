package io.waybillguard.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.refund.Decision;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The demo at small size: the whole job, on real processes. */
class DemoTest {

    private static LocalPlatformRun run;
    private static JsonNode report;

    @BeforeAll
    static void theDemoIsPlayed() throws IOException, InterruptedException {
        run = LocalPlatformRun.once("demo", Duration.ofMinutes(8), "--demo=60");
        assertThat(run.exitCode()).as(run.output()).isZero();
        report = run.report();
    }

    @Test
    void everyCheckHolds() {
        assertThat(StreamSupport.stream(report.get("checks").spliterator(), false))
                .hasSizeGreaterThan(5)
                .allMatch(check -> check.get("ok").asBoolean());
    }

    @Test
    void everyKindOfStallIsRaised() {
        assertThat(StallKind.values())
                .allSatisfy(kind ->
                        assertThat(report.get("stalls").get(kind.name()).asInt()).isPositive());
    }

    @Test
    void everyRowOfTheRuleTableDecides() {
        assertThat(report.get("decisionRows").propertyNames())
                .contains(
                        "over-refund",
                        "automatic-cap",
                        "fast-refund",
                        "pre-ship-agree",
                        "small-amount",
                        "already-back",
                        "lost-in-transit",
                        "intercept",
                        "reject-then-refund",
                        "seven-day",
                        "post-ship-return",
                        "otherwise");
        assertThat(report.get("decisionRows")).allMatch(count -> count.asInt() > 0);
        assertThat(Decision.values())
                .allSatisfy(decision ->
                        assertThat(report.get("decisions").get(decision.name()).asInt())
                                .isPositive());
    }

    @Test
    void theBookOfThePaymentSandboxHoldsEveryPayoutOnce() throws IOException {
        List<JsonNode> book = run.book("payment-book.jsonl");

        assertThat(book).isNotEmpty().hasSize(report.get("payouts").get("paid").asInt());
        assertThat(book)
                .extracting(line -> line.get("reference").asString())
                .doesNotHaveDuplicates();
        assertThat(report.get("payouts").get("duplicates").asInt()).isZero();
    }

    @Test
    void couriersAreAskedOnceInTheWordsOfTheirGateways() throws IOException {
        List<JsonNode> asked =
                run.book("courier-book.jsonl").stream()
                        .filter(line -> line.get("status").asString().equals("ACCEPTED"))
                        .toList();

        assertThat(asked).hasSize(report.get("interceptions").get("requested").asInt());
        assertThat(asked)
                .extracting(line -> line.path("dialect").asString("ours"))
                .contains("zto", "sf", "kuaidi100", "ours");
    }

    @Test
    void aPolicyThatIsTriedOnTheRunChangesSomeOfItsCases() {
        JsonNode backtest = report.get("backtest");

        assertThat(backtest.get("decidedOtherwise").asInt()).isPositive();
        assertThat(backtest.get("cases").asInt())
                .isGreaterThan(backtest.get("decidedOtherwise").asInt());
        assertThat(backtest.get("peopleWould").asInt())
                .isLessThan(backtest.get("peopleThen").asInt());
    }

    @Test
    void badInputIsRefusedOrPutAsideAndCounted() {
        assertThat(report.get("webhooks").get("accepted").asInt()).isPositive();
        assertThat(report.get("webhooks").get("rejected").asInt()).isPositive();
        assertThat(report.get("deadLetters").asInt()).isPositive();
    }
}
