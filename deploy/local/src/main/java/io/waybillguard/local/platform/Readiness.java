package io.waybillguard.local.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits until something that was started is of use. */
final class Readiness {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private Readiness() {}

    /**
     * Waits for {@code process}.
     *
     * @param isReady asked again and again
     * @param deadline a reading of {@link System#nanoTime}
     * @throws StartFailed when the process ends, or is not ready in time
     */
    static void await(ManagedProcess process, long deadline, BooleanSupplier isReady)
            throws InterruptedException {
        while (!isReady.getAsBoolean()) {
            if (!process.isAlive()) {
                throw process.failure("ended while it was starting");
            }
            if (System.nanoTime() - deadline > 0) {
                throw process.failure("was not ready in time (see --start-within)");
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /** Whether the service at {@code base} says that it is ready. */
    static boolean saysReady(HttpClient http, URI base) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + "/actuator/health/readiness"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
