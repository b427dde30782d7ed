package io.waybillguard.aftersales.dispatch.payout;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.aftersales.dispatch.JsonRequests;
import io.waybillguard.aftersales.dispatch.NoReplyException;
import io.waybillguard.aftersales.dispatch.OutsideParty;
import io.waybillguard.aftersales.dispatch.ReasonCode;
import io.waybillguard.aftersales.dispatch.Reply;
import io.waybillguard.aftersales.dispatch.payout.LedgerAnswer.Ledger;
import io.waybillguard.aftersales.dispatch.payout.LookupAnswer.NeverSeen;
import io.waybillguard.aftersales.dispatch.payout.PostAnswer.Declined;
import io.waybillguard.aftersales.dispatch.payout.PostAnswer.Refused;
import io.waybillguard.events.payout.Payable;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import java.util.Optional;

/**
 * The payment side over HTTP, as {@code docs/outside-systems.md} tells it. Counts {@code
 * payout_attempts_total{call,result}}.
 */
final class HttpPaymentGateway implements PaymentGateway {

    private static final int PAYMENT_REQUIRED = 402;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final String UNKNOWN = "unknown";
    private static final String UNREADABLE = "unreadable";

    private final OutsideParty party;
    private final JsonRequests requests;
    private final MeterRegistry meters;

    HttpPaymentGateway(OutsideParty party, JsonRequests requests, MeterRegistry meters) {
        this.party = party;
        this.requests = requests;
        this.meters = meters;
    }

    @Override
    public LedgerAnswer refundsOf(OrderId order) {
        LedgerAnswer answer;
        try {
            answer = ledger(party.ask(requests.get("/refunds?orderId=" + order.value())));
        } catch (NoReplyException e) {
            answer = new NothingKnown(e.why());
        }
        count("ledger", result(answer));
        return answer;
    }

    @Override
    public PostAnswer pay(Payable command) {
        PostAnswer answer;
        try {
            answer =
                    payment(
                            party.order(
                                    requests.post(
                                            "/refunds",
                                            command.idempotencyKey(),
                                            RefundDocument.Payment.of(command))));
        } catch (NoReplyException e) {
            answer = new NothingKnown(e.why());
        }
        count("post", result(answer));
        return answer;
    }

    @Override
    public LookupAnswer lookUp(RefundId reference) {
        LookupAnswer answer;
        try {
            answer = lookup(party.ask(requests.get("/refunds/" + reference.value())));
        } catch (NoReplyException e) {
            answer = new NothingKnown(e.why());
        }
        count("lookup", result(answer));
        return answer;
    }

    private static LedgerAnswer ledger(Reply reply) {
        if (!reply.isSuccess()) {
            return unreadable(reply);
        }
        return reply.as(RefundDocument.Listing.class)
                .flatMap(RefundDocument.Listing::understood)
                .<LedgerAnswer>map(Ledger::new)
                .orElseGet(() -> unreadable(reply));
    }

    private static PostAnswer payment(Reply reply) {
        if (reply.isSuccess()) {
            return refund(reply).<PostAnswer>map(Found::new).orElseGet(() -> unexpected(reply));
        }
        return switch (reply.status()) {
            case PAYMENT_REQUIRED -> new Declined(reason(reply));
            case CONFLICT -> unexpected(reply);
            case UNPROCESSABLE -> new Refused("KEY_USED_FOR_ANOTHER_BODY");
            default ->
                    reply.isRefusal()
                            ? new Refused("REQUEST_REFUSED_" + reply.status())
                            : unexpected(reply);
        };
    }

    private static LookupAnswer lookup(Reply reply) {
        if (reply.isSuccess()) {
            return refund(reply).<LookupAnswer>map(Found::new).orElseGet(() -> unreadable(reply));
        }
        return reply.status() == NOT_FOUND ? new NeverSeen() : unreadable(reply);
    }

    private static Optional<Refund> refund(Reply reply) {
        return reply.as(RefundDocument.class).flatMap(RefundDocument::refund);
    }

    private static String reason(Reply reply) {
        return reply.as(RefundDocument.Reason.class)
                .map(RefundDocument.Reason::reason)
                .map(ReasonCode::of)
                .orElse("DECLINED");
    }

    private static NothingKnown unexpected(Reply reply) {
        return new NothingKnown(reply.unexpected());
    }

    private static Unreadable unreadable(Reply reply) {
        return new Unreadable(reply.unexpected());
    }

    private void count(String call, String result) {
        meters.counter("payout.attempts", "call", call, "result", result).increment();
    }

    private static String result(LedgerAnswer answer) {
        return switch (answer) {
            case Ledger _ -> "known";
            case Unreadable _ -> UNREADABLE;
            case NothingKnown _ -> UNKNOWN;
        };
    }

    private static String result(PostAnswer answer) {
        return switch (answer) {
            case Found _ -> "known";
            case Declined _ -> "declined";
            case Refused _ -> "refused";
            case NothingKnown _ -> UNKNOWN;
        };
    }

    private static String result(LookupAnswer answer) {
        return switch (answer) {
            case Found _ -> "known";
            case NeverSeen _ -> "never_seen";
            case Unreadable _ -> UNREADABLE;
            case NothingKnown _ -> UNKNOWN;
        };
    }
}
