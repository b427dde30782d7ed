package io.waybillguard.tracker.lookup;

import io.waybillguard.kit.streams.Advertised;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Instances that ask each other. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LookupSettings.class)
class LookupConfiguration {

    @Bean
    Advertised advertised(
            LookupSettings settings,
            @Value("${server.address:#{null}}") @Nullable InetAddress address,
            @Value("${server.port:8080}") int port) {
        return settings.advertised().isBlank()
                ? OwnAddress.of(address, port)
                : Advertised.of(settings.advertised());
    }

    @Bean
    OtherInstances otherInstances(LookupSettings settings) {
        return new OtherInstances(settings.connectWithin(), settings.answerWithin());
    }
}
