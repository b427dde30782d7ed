package io.waybillguard.tracker;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the logistics tracker. */
@SpringBootApplication
class TrackerApplication {

    private TrackerApplication() {}

    /** The process. */
    public static void main(String[] args) {
        SpringApplication.run(TrackerApplication.class, args);
    }
}
