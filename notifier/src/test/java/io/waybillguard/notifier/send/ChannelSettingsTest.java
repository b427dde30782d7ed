package io.waybillguard.notifier.send;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ChannelSettingsTest {

    @Test
    void theUrlAloneIsEnough() {
        ChannelSettings settings = bound("answer-timeout", "5s");

        assertThat(settings.url()).isEqualTo(URI.create("http://127.0.0.1:1"));
        assertThat(settings.shopRate().limit()).isEqualTo(20);
        assertThat(settings.shopRate().every()).isEqualTo(Duration.ofSeconds(1));
        assertThat(problems(settings)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connect-timeout",
                "answer-timeout",
                "pause",
                "rate.every",
                "shop-rate.every",
                "breaker.open",
                "retry.first",
                "retry.longest"
            })
    void aDurationOfNothingIsRefused(String name) {
        assertThat(problems(bound(name, "0ms"))).isPositive();
        assertThat(problems(bound(name, "-1s"))).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://127.0.0.1", "http:///nowhere", "nowhere"})
    void whatIsNoUrlOfHttpIsRefused(String url) {
        assertThat(problems(bound("url", url))).isPositive();
    }

    @Test
    void aLongestWaitShorterThanTheFirstIsRefused() {
        assertThat(problems(bound("retry.first", "31s"))).isPositive();
    }

    private static ChannelSettings bound(String name, String value) {
        var properties = new java.util.HashMap<String, String>();
        properties.put("channel.url", "http://127.0.0.1:1");
        properties.put("channel." + name, value);
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("channel", ChannelSettings.class);
    }

    private static int problems(ChannelSettings settings) {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            return validator.validate(settings).size();
        }
    }
}
