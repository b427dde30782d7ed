package io.waybillguard.local.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The couriers' interception gateway, for every courier there is. */
public final class CourierSandbox implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CourierSandbox.class);

    private final CourierBook book;
    private final CallbackSender callbacks;
    private final Clock clock;
    private final SandboxServer server;
    private final ExecutorService outcomes = Executors.newVirtualThreadPerTaskExecutor();

    private CourierSandbox(int port, CourierBook book, CallbackSender callbacks, Clock clock) {
        this.book = book;
        this.callbacks = callbacks;
        this.clock = clock;
        this.server = SandboxServer.start(port, new CourierCalls());
    }

    /**
     * Starts to listen on 127.0.0.1; outcomes that were still to come will come.
     *
     * @param port 0 for a free one
     * @param file the book's; what it holds from earlier is kept
     */
    public static CourierSandbox start(int port, Path file, CourierTerms terms, Clock clock) {
        CourierBook book =
                new CourierBook(Journal.open(file, CourierLine.class), terms.usualTime(), clock);
        CallbackSender callbacks = new CallbackSender(terms.secret(), terms.callbackPause());
        CourierSandbox sandbox = new CourierSandbox(port, book, callbacks, clock);
        book.open().forEach(sandbox::awaitOutcome);
        return sandbox;
    }

    public URI base() {
        return server.base();
    }

    /** All requests and outcomes, oldest first. */
    public List<CourierLine> book() {
        return book.lines();
    }

    /** Tells it how to behave from the next call on. */
    public void behave(Behaviour behaviour) {
        server.misbehaviour().tell(behaviour);
    }

    @Override
    public void close() {
        server.close();
        outcomes.shutdownNow();
        callbacks.close();
        book.close();
    }

    private void awaitOutcome(CourierLine request) {
        Instant outcomeAt = request.outcomeAt();
        if (outcomeAt != null) {
            outcomes.execute(() -> endAt(outcomeAt, request));
        }
    }

    private void endAt(Instant outcomeAt, CourierLine request) {
        try {
            Duration wait = Duration.between(clock.instant(), outcomeAt);
            Thread.sleep(wait.isNegative() ? Duration.ZERO : wait);
            CourierLine end = book.end(request);
            if (end.told()) {
                callbacks.send(end);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("an outcome could not be told: {}", e.toString());
        }
    }

    private final class CourierCalls implements Counterpart {

        @Override
        public Answer answer(Call call, Behaviour inForce) {
            boolean known =
                    call.path().size() >= 3
                            && call.path().getFirst().equals("couriers")
                            && call.path().get(2).equals("interceptions");
            if (!known) {
                return Answer.notFound();
            }
            String courier = call.path().get(1);
            if (call.method().equals("POST") && call.path().size() == 3) {
                return take(courier, call, inForce);
            }
            return call.method().equals("GET") && call.path().size() == 4
                    ? find(courier, call.path().get(3))
                    : Answer.notFound();
        }

        private Answer take(String courier, Call call, Behaviour inForce) {
            InterceptionOrder order = call.bodyAs(InterceptionOrder.class);
            if (!call.requiredKey().equals(order.requestId())) {
                throw new BadCall(400, "the requestId must be the key");
            }
            boolean isNew = book.find(courier, order.requestId()).isEmpty();
            if (isNew && inForce.mode() == Mode.DECLINE) {
                return Answer.problem(409, "PARCEL_CANNOT_BE_STOPPED");
            }
            CourierBook.Taken taken = book.take(courier, order, inForce);
            if (taken.isNew()) {
                awaitOutcome(taken.line());
            }
            return Answer.json(202, taken.line().view());
        }

        private Answer find(String courier, String requestId) {
            return book.find(courier, requestId)
                    .map(line -> Answer.json(200, line.view()))
                    .orElseGet(Answer::notFound);
        }

        @Override
        public List<?> book() {
            return book.lines();
        }

        @Override
        public boolean knows(Mode mode) {
            return true;
        }
    }
}
