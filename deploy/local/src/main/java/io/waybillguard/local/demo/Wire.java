package io.waybillguard.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** HTTP with a bound on how many calls are under way at a time. */
final class Wire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .executor(threads)
                    .build();
    private final Semaphore slots;

    /**
     * A wire.
     *
     * @param atOnce how many calls may be under way
     */
    Wire(int atOnce) {
        this.slots = new Semaphore(atOnce);
    }

    /** What came back. */
    record Reply(int status, String body) {

        boolean isGood() {
            return status >= 200 && status < 300;
        }

        /** Enough to say what was wrong, on one line. */
        String inShort() {
            String line = body.replaceAll("\\s+", " ");
            return status + " " + (line.length() <= 200 ? line : line.substring(0, 200));
        }
    }

    /**
     * Makes one call.
     *
     * @param body null: none
     * @throws IOException when nothing came back in time: it may or may not have been done
     */
    Reply call(String method, URI uri, Map<String, String> headers, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .timeout(PATIENCE)
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        slots.acquire();
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } finally {
            slots.release();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }
}
