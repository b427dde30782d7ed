package io.waybillguard.tracker.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.tracker.provider.Decoded;
import io.waybillguard.tracker.provider.Decoded.Reason;
import io.waybillguard.tracker.provider.Decoded.Rejected;
import io.waybillguard.tracker.provider.Provider;
import io.waybillguard.tracker.provider.Told;
import io.waybillguard.tracker.webhook.WebhookSettings.Kuaidi100Settings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;

/** Every provider's JSON has the same limits, and what is beyond them has the same reason. */
class JsonLimitsTest {

    /** How each provider's JSON stands in a body. */
    private static final Map<String, UnaryOperator<String>> BODIES =
            Map.ofEntries(
                    Map.entry("kuaidi100", field("param")),
                    Map.entry("kdniao", field("RequestData")),
                    Map.entry("sf", UnaryOperator.identity()),
                    Map.entry("sto", field("content")),
                    Map.entry("jt", field("bizContent")),
                    Map.entry("yunda", UnaryOperator.identity()),
                    Map.entry("aftership", UnaryOperator.identity()),
                    Map.entry("17track", UnaryOperator.identity()),
                    Map.entry("easypost", UnaryOperator.identity()),
                    Map.entry("shippo", UnaryOperator.identity()),
                    Map.entry("karrio", UnaryOperator.identity()));

    static Stream<Arguments> providers() {
        return all().stream().map(provider -> Arguments.of(provider.name(), provider));
    }

    @Test
    void everyProviderIsInTheTable() {
        assertThat(all())
                .extracting(Provider::name)
                .containsExactlyInAnyOrderElementsOf(BODIES.keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("providers")
    void jsonNestedTooDeeplyOrWithTooLongATextSaysSo(String name, Provider provider) {
        for (String beyond :
                new String[] {
                    "{\"status\":" + "[".repeat(40) + "]".repeat(40) + "}",
                    "{\"status\":".repeat(100_000),
                    "{\"status\":\"" + "x".repeat(300_000) + "\"}",
                    "{\"status\":" + "1".repeat(100_000) + "}",
                }) {
            assertThat(reason(provider, beyond)).isEqualTo(Reason.JSON_LIMITS);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("providers")
    void whatIsNoJsonObjectSaysThat(String name, Provider provider) {
        assertThat(reason(provider, "{\"status\":")).isEqualTo(Reason.NOT_JSON);
        assertThat(reason(provider, "[]")).isEqualTo(Reason.NOT_JSON);
    }

    private static List<Provider> all() {
        return KnownProviders.all(
                new WebhookSettings(
                        List.of(),
                        DataSize.ofKilobytes(1000),
                        1000,
                        DataSize.ofMegabytes(1),
                        Duration.ofSeconds(3),
                        new Kuaidi100Settings(ZoneId.of("Asia/Shanghai")),
                        Map.of()),
                Told.LIMITS.arrival());
    }

    private static Reason reason(Provider provider, String json) {
        Decoded decoded = provider.decode(Told.webhook(BODIES.get(provider.name()).apply(json)));
        return ((Rejected) decoded).reason();
    }

    private static UnaryOperator<String> field(String name) {
        return json -> name + "=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
    }
}
