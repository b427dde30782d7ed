package io.waybillguard.local.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The couriers' interception gateway, for every courier there is. */
public final class CourierSandbox implements AutoCloseable {

    /** Of our account, at every provider. */
    public static final String KEY = "sandbox";

    private static final Logger log = LoggerFactory.getLogger(CourierSandbox.class);

    private final CourierBook book;
    private final CallbackSender callbacks;
    private final Map<String, Dialect> dialects;
    private final Clock clock;
    private final SandboxServer server;
    private final ExecutorService outcomes = Executors.newVirtualThreadPerTaskExecutor();

    private CourierSandbox(
            int port,
            CourierBook book,
            CallbackSender callbacks,
            Map<String, Dialect> dialects,
            Clock clock) {
        this.book = book;
        this.dialects = dialects;
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
        Map<String, Dialect> dialects = dialects(terms);
        CallbackSender callbacks =
                new CallbackSender(terms.secret(), terms.callbackPause(), dialects);
        CourierSandbox sandbox = new CourierSandbox(port, book, callbacks, dialects, clock);
        book.open().forEach(sandbox::awaitOutcome);
        return sandbox;
    }

    private static Map<String, Dialect> dialects(CourierTerms terms) {
        String base = terms.callbacks() + "/callbacks/interceptions/";
        return Map.of(
                ZtoDialect.NAME, new ZtoDialect(KEY, terms.secret(), base + "zto/ZTO"),
                SfDialect.NAME, new SfDialect(KEY, terms.secret(), base + "sf/SF"),
                Kuaidi100Dialect.NAME, new Kuaidi100Dialect(KEY, terms.secret()));
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
            Optional<CourierLine> end = book.end(request).filter(CourierLine::told);
            if (end.isPresent()) {
                callbacks.send(end.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("an outcome could not be told: {}", e.toString());
        }
    }

    private final class CourierCalls implements Counterpart, CourierDesk {

        @Override
        public Answer answer(Call call, Behaviour inForce) {
            Dialect dialect = dialects.get(call.path().getFirst());
            if (dialect != null) {
                return inWordsOf(dialect, call, inForce);
            }
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
            if (call.path().size() != 4) {
                return Answer.notFound();
            }
            String requestId = call.path().get(3);
            return switch (call.method()) {
                case "GET" -> found(courier, requestId);
                case "DELETE" -> released(courier, requestId);
                default -> Answer.notFound();
            };
        }

        private Answer inWordsOf(Dialect dialect, Call call, Behaviour inForce) {
            try {
                return dialect.answer(call, this, inForce);
            } catch (BadCall e) {
                return dialect.unreadable();
            }
        }

        @Override
        public Answer trouble(Call call) {
            Dialect dialect = dialects.get(call.path().getFirst());
            return dialect == null ? Counterpart.super.trouble(call) : dialect.trouble();
        }

        @Override
        public boolean does(Call call) {
            Dialect dialect = dialects.get(call.path().getFirst());
            return call.method().equals("POST") && (dialect == null || !dialect.isQuestion(call));
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
            return Answer.json(202, take(courier, order, null, null, inForce).line().view());
        }

        private Answer released(String courier, String requestId) {
            if (book.find(courier, requestId).isEmpty()) {
                return Answer.notFound();
            }
            return release(courier, requestId)
                    .map(line -> Answer.json(200, line.view()))
                    .orElseGet(() -> Answer.problem(409, "TOO_LATE"));
        }

        @Override
        public CourierBook.Taken take(
                String courier,
                InterceptionOrder order,
                @Nullable String dialect,
                @Nullable String salt,
                Behaviour inForce) {
            CourierBook.Taken taken = book.take(courier, order, dialect, salt, inForce);
            if (taken.isNew()) {
                awaitOutcome(taken.line());
            }
            return taken;
        }

        @Override
        public Optional<CourierLine> find(String courier, String requestId) {
            return book.find(courier, requestId);
        }

        @Override
        public Optional<CourierLine> release(String courier, String requestId) {
            return book.release(courier, requestId);
        }

        @Override
        public boolean succeededBefore(String courier, String orderId, String requestId) {
            return book.succeededBefore(courier, orderId, requestId);
        }

        private Answer found(String courier, String requestId) {
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
