package io.waybillguard.aftersales.dispatch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A real HTTP server of the outside world, which does as it was told. */
public abstract class TestServer implements AutoCloseable {

    /** What a call meets. */
    public enum Mode {
        NORMAL,
        RESET,
        EXECUTE_THEN_TIMEOUT,
        EXECUTE_THEN_RESET,
        EXECUTE_THEN_503,
        ERROR_500,
        TOO_MANY,
        GARBAGE;

        boolean executes() {
            return this == NORMAL || name().startsWith("EXECUTE") || this == GARBAGE;
        }
    }

    /** An answer. */
    public record Answer(int status, String body, boolean replayed) {
        public static Answer of(int status, String body) {
            return new Answer(status, body, false);
        }
    }

    /**
     * A POST as it came.
     *
     * @param key its idempotency key, or its digest where it carries one instead
     */
    public record Post(String path, String key, String body) {}

    private final HttpServer server;
    private volatile boolean down;
    private final AtomicReference<Duration> answerAfter = new AtomicReference<>(Duration.ZERO);
    private final AtomicReference<Duration> executeAfter = new AtomicReference<>(Duration.ZERO);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Deque<Mode> nextPosts = new ConcurrentLinkedDeque<>();
    private final Deque<Mode> nextGets = new ConcurrentLinkedDeque<>();
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final List<String> gets = new CopyOnWriteArrayList<>();

    protected TestServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    protected abstract Answer post(Post post);

    protected abstract Answer get(String pathAndQuery);

    protected Answer delete(String path) {
        return Answer.of(405, "{}");
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What the next POSTs meet, one each; those after them meet {@link Mode#NORMAL}. */
    public void onPosts(Mode... modes) {
        nextPosts.addAll(List.of(modes));
    }

    /** What the next GETs meet. */
    public void onGets(Mode... modes) {
        nextGets.addAll(List.of(modes));
    }

    /** The next POST is carried out at once, and answered only after a while. */
    public void answersNextPostAfter(Duration delay) {
        answerAfter.set(delay);
    }

    /** The next POST is carried out, and answered, only after a while. */
    public void executesNextPostAfter(Duration delay) {
        executeAfter.set(delay);
    }

    /** From now on every call meets a 503, and nothing is done. */
    public void goesDown() {
        down = true;
    }

    public void comesBack() {
        down = false;
    }

    public List<Post> posts() {
        return posts;
    }

    public List<String> gets() {
        return gets;
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean isPost = exchange.getRequestMethod().equals("POST");
        boolean isDelete = exchange.getRequestMethod().equals("DELETE");
        String path = exchange.getRequestURI().toString();
        Mode next = (isPost ? nextPosts : nextGets).poll();
        Mode mode = next == null ? Mode.NORMAL : next;
        Post post = new Post(path, keyOf(exchange), new String(body, StandardCharsets.UTF_8));
        Answer answer = Answer.of(503, "");
        if (down) {
            send(exchange, answer);
            return;
        }
        if (isPost) {
            posts.add(post);
            await(executeAfter.getAndSet(Duration.ZERO));
            answer = mode.executes() ? post(post) : answer;
        } else if (isDelete) {
            answer = delete(path);
        } else {
            gets.add(path);
            answer = get(path);
        }
        await(isPost ? answerAfter.getAndSet(Duration.ZERO) : Duration.ZERO);
        answer(exchange, mode, answer);
    }

    private void await(Duration delay) {
        try {
            if (!delay.isZero()) {
                boolean _ = ended.await(delay.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String keyOf(HttpExchange exchange) {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        return key == null ? exchange.getRequestHeaders().getFirst("x-dataDigest") : key;
    }

    private static void answer(HttpExchange exchange, Mode mode, Answer answer) throws IOException {
        switch (mode) {
            case NORMAL -> send(exchange, answer);
            case RESET, EXECUTE_THEN_RESET -> exchange.close();
            case EXECUTE_THEN_TIMEOUT -> {}
            case EXECUTE_THEN_503 -> send(exchange, Answer.of(503, ""));
            case ERROR_500 -> send(exchange, Answer.of(500, ""));
            case TOO_MANY -> send(exchange, Answer.of(429, ""));
            case GARBAGE -> send(exchange, Answer.of(answer.status(), "<html>"));
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        if (answer.replayed()) {
            exchange.getResponseHeaders().add("Idempotency-Replayed", "true");
        }
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        ended.countDown();
        server.stop(0);
    }
}
