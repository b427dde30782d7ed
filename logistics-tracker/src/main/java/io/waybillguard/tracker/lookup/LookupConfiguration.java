package io.waybillguard.tracker.lookup;

import io.waybillguard.kit.streams.Advertised;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Instances that ask each other. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LookupSettings.class, ServerProperties.class})
class LookupConfiguration {

    /** Spring Boot's own. */
    private static final int DEFAULT_PORT = 8080;

    @Bean
    Advertised advertised(LookupSettings settings, ServerProperties server) {
        if (!settings.advertised().isBlank()) {
            return Advertised.of(settings.advertised());
        }
        Integer port = server.getPort();
        return OwnAddress.of(server.getAddress(), port == null ? DEFAULT_PORT : port);
    }

    @Bean
    OtherInstances otherInstances(LookupSettings settings) {
        return new OtherInstances(settings.connectWithin(), settings.answerWithin());
    }
}
