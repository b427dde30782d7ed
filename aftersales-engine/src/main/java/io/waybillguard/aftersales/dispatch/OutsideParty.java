package io.waybillguard.aftersales.dispatch;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

/**
 * Somebody we call over HTTP. Every call waits for its turn (bulkhead), is not made while the party
 * is known to be down (breaker), and ends in time, body included (time limit). Only questions are
 * repeated here; whether something may be asked for again is for the protocols to say.
 */
public final class OutsideParty {

    private static final long MAX_ANSWER_BYTES = 1 << 20;

    private final HttpClient client;
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final TimeLimiter timeLimit;
    private final Retry questions;

    /** A party with safeguards of its own. */
    public OutsideParty(
            HttpClient client,
            Bulkhead bulkhead,
            CircuitBreaker breaker,
            TimeLimiter timeLimit,
            Retry questions) {
        this.client = client;
        this.bulkhead = bulkhead;
        this.breaker = breaker;
        this.timeLimit = timeLimit;
        this.questions = questions;
    }

    /**
     * Asks for something, once.
     *
     * @throws NoReplyException when it is not known whether it was done
     */
    public Reply order(HttpRequest request) throws NoReplyException {
        return reply(() -> guarded(request));
    }

    /**
     * Asks a question that changes nothing, more than once if need be.
     *
     * @throws NoReplyException when no try was answered
     */
    public Reply ask(HttpRequest question) throws NoReplyException {
        return reply(Retry.decorateCallable(questions, () -> guarded(question)));
    }

    private Reply guarded(HttpRequest request) throws Exception {
        return bulkhead.executeCallable(() -> breaker.executeCallable(() -> exchange(request)));
    }

    private Reply exchange(HttpRequest request) throws Exception {
        HttpResponse<byte[]> response =
                timeLimit.executeFutureSupplier(() ->
                        client.sendAsync(
                                request,
                                BodyHandlers.limiting(
                                        BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES)));
        if (Reply.leavesOpen(response.statusCode())) {
            throw new NoReplyException("http-" + response.statusCode());
        }
        return new Reply(response.statusCode(), response.body());
    }

    private static Reply reply(Callable<Reply> call) throws NoReplyException {
        try {
            return call.call();
        } catch (NoReplyException | RuntimeException e) {
            throw known(e);
        } catch (TimeoutException e) {
            throw new NoReplyException("timeout");
        } catch (IOException e) {
            throw new NoReplyException("connection");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoReplyException("interrupted");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static NoReplyException known(Exception e) {
        return switch (e) {
            case NoReplyException itself -> itself;
            case CallNotPermittedException _ -> NoReplyException.down();
            case BulkheadFullException _ -> new NoReplyException("busy");
            case RuntimeException unforeseen -> throw unforeseen;
            default -> throw new IllegalStateException(e);
        };
    }
}
