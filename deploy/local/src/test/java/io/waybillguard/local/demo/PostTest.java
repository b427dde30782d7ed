package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostTest {

    private static final Push PUSH = new Push("demo", "param=x", 3, Legibility.BROKEN);

    private final Deque<Integer> answers = new ArrayDeque<>();
    private final Wire wire = new Wire(1);
    private HttpServer receiver;
    private Post post;

    @BeforeEach
    void open() throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        int status = answers.size() > 1 ? answers.pop() : answers.getFirst();
                        if (status > 0) {
                            exchange.sendResponseHeaders(status, -1);
                        }
                    }
                });
        receiver.start();
        post = new Post(wire, URI.create("http://127.0.0.1:" + receiver.getAddress().getPort()));
    }

    @AfterEach
    void close() {
        wire.close();
        receiver.stop(0);
    }

    @Test
    void whatIsTakenCountsWithItsLines() throws Exception {
        answers.add(200);
        assertThat(post.send(PUSH)).isEqualTo(new Post.Outcome.Taken());
        assertThat(post.sent()).isEqualTo(new Post.Sent(1, 0, 0, 3, 1, 0));
    }

    @Test
    void whatIsRefusedIsNotSentAgain() throws Exception {
        answers.addAll(List.of(403, 200));
        assertThat(post.send(PUSH)).isEqualTo(new Post.Outcome.Refused(403));
        assertThat(post.sent()).isEqualTo(new Post.Sent(0, 1, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 500, 503})
    void afterNoAnswerOrAnErrorOfTheServersNobodyKnowsAndItIsSentAgain(int status)
            throws Exception {
        answers.addAll(List.of(status, 200));
        assertThat(post.send(PUSH)).isEqualTo(new Post.Outcome.Taken());
        assertThat(post.sent()).isEqualTo(new Post.Sent(1, 0, 1, 3, 1, 0));
    }

    @Test
    void whatIsNeverAnsweredIsLost() throws Exception {
        answers.add(503);
        assertThat(post.send(PUSH)).isEqualTo(new Post.Outcome.Lost());
        assertThat(post.sent()).isEqualTo(new Post.Sent(0, 0, 4, 0, 0, 0));
    }
}
