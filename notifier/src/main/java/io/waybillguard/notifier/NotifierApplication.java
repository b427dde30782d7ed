package io.waybillguard.notifier;

import io.waybillguard.kit.streams.StreamsEdge;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The notifier as a service. */
@SpringBootApplication
@Import(StreamsEdge.class)
public class NotifierApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(NotifierApplication.class, arguments);
    }
}
