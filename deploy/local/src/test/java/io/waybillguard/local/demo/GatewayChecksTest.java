package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.InterceptionId;
import io.waybillguard.local.platform.ProviderGateways;
import org.junit.jupiter.api.Test;

class GatewayChecksTest {

    private final Finding finding = new Finding();

    @Test
    void everyGatewayIsCounted() {
        assertThat(finding.detail("gateways")).contains("{kuaidi100=2, ours=2, sf=1, zto=1}");
    }

    @Test
    void aCourierThatWasAskedInOtherWordsFails() {
        finding.couriersBook.replaceAll(line ->
                line.courier().equals("STO")
                        ? Finding.line(
                                new InterceptionId(line.requestId()), line.status(), "STO", "")
                        : line);
        assertThat(finding.failed()).containsExactly("gateways");
        assertThat(finding.detail("gateways")).contains("of STO in ours, not in kuaidi100");
    }

    @Test
    void aGatewayThatNobodyUsedFails() {
        finding.couriersBook.removeIf(line -> line.courier().equals("SF"));
        assertThat(finding.failed()).contains("gateways");
        assertThat(finding.detail("gateways")).isEqualTo("nobody was asked in sf");
    }

    @Test
    void theStoriesHaveAnInterceptionForEveryGateway() {
        assertThat(
                        Scenarios.all().stream()
                                .filter(scenario ->
                                        scenario.asks().stream()
                                                .anyMatch(ask ->
                                                        ask.decision() == Decision.INTERCEPT))
                                .map(scenario -> scenario.trips().getFirst().courier())
                                .map(ProviderGateways::wordsOf))
                .contains("zto", "sf", "kuaidi100", ProviderGateways.OURS);
        assertThat(ProviderGateways.wordsOf(new CourierCode("JD"))).isEqualTo("");
    }
}
