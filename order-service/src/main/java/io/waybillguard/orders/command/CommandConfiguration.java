package io.waybillguard.orders.command;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What commands need besides the projection. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommandSettings.class)
class CommandConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
