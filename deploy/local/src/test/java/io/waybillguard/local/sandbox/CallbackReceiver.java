package io.waybillguard.local.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes callbacks, after refusing as many as told. */
final class CallbackReceiver implements AutoCloseable {

    record Callback(String signature, String body) {}

    private final HttpServer server;
    private final List<Callback> callbacks = new CopyOnWriteArrayList<>();

    CallbackReceiver(int refused) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    callbacks.add(
                            new Callback(
                                    exchange.getRequestHeaders().getFirst("X-Signature"),
                                    new String(
                                            exchange.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8)));
                    exchange.sendResponseHeaders(callbacks.size() <= refused ? 503 : 204, -1);
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
