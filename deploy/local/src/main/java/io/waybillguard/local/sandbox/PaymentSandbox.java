package io.waybillguard.local.sandbox;

import io.waybillguard.local.sandbox.PaymentBook.Outcome;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The payment side. */
public final class PaymentSandbox implements AutoCloseable {

    private static final int MOST_A_PAGE = 1000;

    private final PaymentBook book;
    private final SandboxServer server;

    private PaymentSandbox(PaymentBook book, SandboxServer server) {
        this.book = book;
        this.server = server;
    }

    /**
     * Starts to listen on 127.0.0.1.
     *
     * @param port 0 for a free one
     * @param file the book's; what it holds from earlier is kept
     * @param keysKept how long an idempotency key is known
     */
    public static PaymentSandbox start(int port, Path file, Duration keysKept, Clock clock) {
        PaymentBook book = new PaymentBook(Journal.open(file, Execution.class), keysKept, clock);
        return new PaymentSandbox(book, SandboxServer.start(port, new PaymentCalls(book)));
    }

    public URI base() {
        return server.base();
    }

    /** All that was ever paid, oldest first. */
    public List<Execution> book() {
        return book.lines();
    }

    /** Tells it how to behave from the next call on. */
    public void behave(Behaviour behaviour) {
        server.misbehaviour().tell(behaviour);
    }

    @Override
    public void close() {
        server.close();
        book.close();
    }

    private record PaymentCalls(PaymentBook paid) implements Counterpart {

        @Override
        public Answer answer(Call call, Behaviour inForce) {
            if (call.is("POST", "refunds") && call.path().size() == 1) {
                return pay(call, inForce.mode() == Mode.DECLINE);
            }
            if (call.is("GET", "refunds") && call.path().size() == 2) {
                return paid.find(call.path().getLast())
                        .map(execution -> Answer.json(200, execution.view()))
                        .orElseGet(Answer::notFound);
            }
            String orderId = call.query().get("orderId");
            if (call.is("GET", "refunds") && call.path().size() == 1 && orderId != null) {
                return Answer.json(
                        200,
                        Map.of(
                                "refunds",
                                paid.ofOrder(orderId).stream().map(Execution::view).toList()));
            }
            String day = call.query().get("day");
            if (call.is("GET", "refunds") && call.path().size() == 1 && day != null) {
                return ofDay(day, call.query());
            }
            return Answer.notFound();
        }

        private Answer ofDay(String day, Map<String, String> query) {
            try {
                PaymentBook.Page page =
                        paid.ofDay(
                                LocalDate.parse(day),
                                number(query.get("cursor"), 0, 0, Integer.MAX_VALUE),
                                number(query.get("limit"), MOST_A_PAGE, 1, MOST_A_PAGE));
                Map<String, Object> body = new LinkedHashMap<>();
                body.put("refunds", page.lines().stream().map(Execution::view).toList());
                page.next().ifPresent(next -> body.put("next", next));
                return Answer.json(200, body);
            } catch (DateTimeException | IllegalArgumentException e) {
                return Answer.problem(400, "day, cursor or limit cannot be understood");
            }
        }

        private static int number(@Nullable String text, int byDefault, int least, int most) {
            int number = text == null ? byDefault : Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException("out of its range");
            }
            return number;
        }

        @Override
        public List<?> book() {
            return paid.lines();
        }

        private Answer pay(Call call, boolean decline) {
            PaymentOrder order = call.bodyAs(PaymentOrder.class);
            return switch (paid.pay(call.requiredKey(), fingerprint(call.body()), order, decline)) {
                case Outcome.PaidNow(var execution) -> Answer.json(201, execution.view());
                case Outcome.PaidEarlier(var execution) ->
                        Answer.json(200, execution.view()).with("Idempotency-Replayed", "true");
                case Outcome.KeyUsedForAnotherBody() ->
                        Answer.problem(422, "the key was used for another body");
                case Outcome.Declined() -> Answer.problem(402, "DECLINED_BY_ACCOUNT");
            };
        }

        private static String fingerprint(String body) {
            try {
                return HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(body.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }
}
