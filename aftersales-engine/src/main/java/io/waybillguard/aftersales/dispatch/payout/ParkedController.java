package io.waybillguard.aftersales.dispatch.payout;

import io.waybillguard.aftersales.dispatch.Outbox;
import io.waybillguard.events.payout.PayoutCommand;
import io.waybillguard.events.payout.PayoutCommand.PayoutRejected;
import io.waybillguard.events.payout.PayoutCommand.PayoutReleased;
import io.waybillguard.events.payout.PayoutResult.PayoutParked;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.RefundId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Payouts that wait for a person, and what persons want of them. An act is a command on the
 * payouts' topic: 202 says that it is there; the dispatcher carries it out behind whatever was
 * commanded before, and only while the payout is still parked.
 */
@RestController
@RequestMapping("/payouts/parked")
@ConditionalOnProperty(
        name = "waybill.engine.payout.mode",
        havingValue = "http",
        matchIfMissing = true)
class ParkedController {

    private static final int LARGEST_PAGE = 500;
    private static final int LONGEST_AGENT = 64;
    private static final int LONGEST_REASON = 512;

    private final ParkedPayouts parked;
    private final Outbox outbox;
    private final Clock clock = Clock.systemUTC();

    ParkedController(ParkedPayouts parked, Outbox outbox) {
        this.parked = parked;
        this.outbox = outbox;
    }

    /**
     * Who acts, and why.
     *
     * @param agent the opaque id of the person
     */
    record Act(@Nullable String agent, @Nullable String reason) {

        String who() {
            return text("agent", agent, LONGEST_AGENT);
        }

        String why() {
            return text("reason", reason, LONGEST_REASON);
        }

        private static String text(String name, @Nullable String value, int longest) {
            if (value == null || value.isBlank() || value.length() > longest) {
                throw problem(
                        HttpStatus.BAD_REQUEST, name + " must be 1 to " + longest + " characters");
            }
            return value;
        }
    }

    /**
     * A payout that waits.
     *
     * @param since when it was parked
     * @param releasable false for one that was parked by an older version: it can only be rejected
     */
    record Waiting(
            RefundId refundId,
            String orderId,
            long amountFen,
            String reason,
            Instant since,
            boolean releasable) {

        static Waiting of(PayoutParked parked) {
            return new Waiting(
                    parked.refundId(),
                    parked.orderId().value(),
                    parked.amount().fen(),
                    parked.reason(),
                    parked.at(),
                    parked.orderPaid() != null);
        }
    }

    /** A page of them, the first being 0. */
    record Page(List<Waiting> items, int page, int size, int total) {}

    @GetMapping
    Page list(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw problem(HttpStatus.BAD_REQUEST, "page begins at 0, size is 1 to " + LARGEST_PAGE);
        }
        List<PayoutParked> all = parked.all();
        List<Waiting> items =
                all.stream().skip((long) page * size).limit(size).map(Waiting::of).toList();
        return new Page(items, page, size, all.size());
    }

    @PostMapping("/{refund}/release")
    @ResponseStatus(HttpStatus.ACCEPTED)
    PayoutCommand release(@PathVariable String refund, @RequestBody Act act) {
        PayoutParked waiting = waiting(refund);
        Money orderPaid = waiting.orderPaid();
        if (orderPaid == null) {
            throw problem(
                    HttpStatus.CONFLICT,
                    "it does not tell what was paid for the order, and can only be rejected");
        }
        return written(
                new PayoutReleased(
                        waiting.refundId(),
                        waiting.orderId(),
                        waiting.amount(),
                        orderPaid,
                        act.who(),
                        act.why(),
                        clock.instant()));
    }

    @PostMapping("/{refund}/reject")
    @ResponseStatus(HttpStatus.ACCEPTED)
    PayoutCommand reject(@PathVariable String refund, @RequestBody Act act) {
        PayoutParked waiting = waiting(refund);
        return written(
                new PayoutRejected(
                        waiting.refundId(),
                        waiting.orderId(),
                        act.who(),
                        act.why(),
                        clock.instant()));
    }

    private PayoutParked waiting(String refund) {
        RefundId id;
        try {
            id = new RefundId(refund);
        } catch (IllegalArgumentException e) {
            throw problem(HttpStatus.BAD_REQUEST, "that is no refund id");
        }
        return parked.find(id)
                .orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "no such payout is parked"));
    }

    private PayoutCommand written(PayoutCommand command) {
        outbox.write(Topics.PAYOUTS, command);
        return command;
    }

    @ExceptionHandler
    ProblemDetail refused(ErrorResponseException e) {
        return e.getBody();
    }

    @ExceptionHandler
    ProblemDetail notWritten(Outbox.NotWrittenException e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "it is not known whether it was written; to ask again does no harm");
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(
                status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
