package io.waybillguard.local.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Takes callbacks, after refusing as many as told, with the thanks that are told. */
final class CallbackReceiver implements AutoCloseable {

    record Callback(
            String path, @Nullable String signature, @Nullable String digest, String body) {}

    private final HttpServer server;
    private final List<Callback> callbacks = new CopyOnWriteArrayList<>();

    CallbackReceiver(int refused) throws IOException {
        this(refused, "");
    }

    /**
     * A receiver.
     *
     * @param thanks the body of its answer; empty: none
     */
    CallbackReceiver(int refused, String thanks) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    callbacks.add(
                            new Callback(
                                    exchange.getRequestURI().toString(),
                                    exchange.getRequestHeaders().getFirst("X-Signature"),
                                    exchange.getRequestHeaders().getFirst("x-dataDigest"),
                                    new String(
                                            exchange.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8)));
                    if (callbacks.size() <= refused || thanks.isEmpty()) {
                        exchange.sendResponseHeaders(callbacks.size() <= refused ? 503 : 204, -1);
                    } else {
                        byte[] body = thanks.getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(200, body.length);
                        exchange.getResponseBody().write(body);
                    }
                    exchange.close();
                });
        server.start();
    }

    String url() {
        return base() + "/callbacks";
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Callback> callbacks() {
        return callbacks;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
