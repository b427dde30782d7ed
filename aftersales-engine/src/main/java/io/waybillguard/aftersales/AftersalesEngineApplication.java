package io.waybillguard.aftersales;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The after-sales engine as a service. */
@SpringBootApplication
public class AftersalesEngineApplication {

    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(AftersalesEngineApplication.class, args);
    }
}
