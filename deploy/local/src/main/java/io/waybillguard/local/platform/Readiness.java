package io.waybillguard.local.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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

    /**
     * Waits for all of {@code processes}; tells at once when one of them ends.
     *
     * @param processes each with what says that it is ready
     * @param within how long they may take
     * @param ready told of each that is
     * @throws StartFailed when one ends, or some are not ready in time: names them
     */
    static void awaitAll(
            Map<ManagedProcess, BooleanSupplier> processes,
            Duration within,
            Consumer<ManagedProcess> ready)
            throws InterruptedException {
        Map<ManagedProcess, BooleanSupplier> waiting = new LinkedHashMap<>(processes);
        long deadline = System.nanoTime() + within.toNanos();
        while (true) {
            waiting.entrySet().removeIf(entry -> isReady(entry.getKey(), entry.getValue(), ready));
            if (waiting.isEmpty()) {
                return;
            }
            if (System.nanoTime() - deadline > 0) {
                throw late(waiting.keySet(), within);
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private static boolean isReady(
            ManagedProcess process, BooleanSupplier saysSo, Consumer<ManagedProcess> ready) {
        if (!process.isAlive()) {
            throw process.failure("ended while it was starting");
        }
        boolean isReady = saysSo.getAsBoolean();
        if (isReady) {
            ready.accept(process);
        }
        return isReady;
    }

    private static StartFailed late(Collection<ManagedProcess> processes, Duration within) {
        String names =
                processes.stream().map(ManagedProcess::name).collect(Collectors.joining(", "));
        String what =
                "not ready within %d s (--start-within S gives more)".formatted(within.toSeconds());
        return new StartFailed(
                processes.stream()
                        .map(process -> process.failure("is " + what).getMessage())
                        .collect(Collectors.joining("\n", names + " " + what + "\n", "")));
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
