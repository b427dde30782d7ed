package io.waybillguard.orders;

import io.waybillguard.kit.kafka.KafkaEdge;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Orders, refunds, stalls and policies for platform and workbench. */
@SpringBootApplication(
        exclude = {KafkaAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@Import(KafkaEdge.class)
public class OrderServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(OrderServiceApplication.class, arguments);
    }
}
