package io.waybillguard.local.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One sandbox's HTTP server on 127.0.0.1: applies the behaviour told, leaves the rest to it. */
final class SandboxServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SandboxServer.class);

    /** How long a call that is never answered is held: longer than any caller's patience. */
    private static final long NEVER_ANSWERED_MILLIS = 300_000;

    private final Counterpart counterpart;
    private final Misbehaviour misbehaviour = new Misbehaviour();
    private final BehaviourCalls behaviourCalls;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private SandboxServer(Counterpart counterpart, HttpServer server) {
        this.counterpart = counterpart;
        this.behaviourCalls = new BehaviourCalls(counterpart, misbehaviour);
        this.server = server;
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for a free one
     * @throws UncheckedIOException when the port is taken
     */
    static SandboxServer start(int port, Counterpart counterpart) {
        try {
            InetAddress local = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            HttpServer http = HttpServer.create(new InetSocketAddress(local, port), 0);
            SandboxServer server = new SandboxServer(counterpart, http);
            http.createContext("/", server::handle);
            http.setExecutor(server.threads);
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, e);
        }
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Misbehaviour misbehaviour() {
        return misbehaviour;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) { // closed before an answer, the connection is closed with it
            respond(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void respond(HttpExchange exchange) throws IOException, InterruptedException {
        try {
            Call call = Call.of(exchange);
            if (call.path().getFirst().equals("sandbox")) {
                send(exchange, behaviourCalls.answer(call));
            } else {
                behave(exchange, call);
            }
        } catch (BadCall e) {
            send(exchange, e.answer());
        } catch (RuntimeException e) {
            log.error("a sandbox failed", e);
            send(exchange, Answer.problem(500, "the sandbox itself failed"));
        }
    }

    private void behave(HttpExchange exchange, Call call) throws IOException, InterruptedException {
        Behaviour inForce = misbehaviour.forNextCall(counterpart.does(call));
        switch (inForce.mode()) {
            case RESET -> {}
            case ERROR_500 -> send(exchange, counterpart.trouble(call));
            case ERROR_503 -> send(exchange, Answer.problem(503, "told to be unavailable"));
            case TOO_MANY ->
                    send(exchange, Answer.problem(429, "told to be busy").with("Retry-After", "1"));
            case EXECUTE_THEN_RESET -> counterpart.answer(call, inForce);
            case EXECUTE_THEN_TIMEOUT -> {
                counterpart.answer(call, inForce);
                Thread.sleep(NEVER_ANSWERED_MILLIS);
            }
            case SLOW -> {
                Thread.sleep(inForce.delayMillis());
                send(exchange, counterpart.answer(call, inForce));
            }
            case NORMAL, DECLINE, FAIL, LATE, NEVER, NO_CALLBACK ->
                    send(exchange, counterpart.answer(call, inForce));
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }
}
