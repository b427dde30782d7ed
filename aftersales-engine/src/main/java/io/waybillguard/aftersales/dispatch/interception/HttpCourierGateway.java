package io.waybillguard.aftersales.dispatch.interception;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.waybillguard.aftersales.dispatch.JsonRequests;
import io.waybillguard.aftersales.dispatch.NoReplyException;
import io.waybillguard.aftersales.dispatch.OutsideParties;
import io.waybillguard.aftersales.dispatch.OutsideParty;
import io.waybillguard.aftersales.dispatch.Reply;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Cancelled;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Known;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NeverSeen;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NotCancelled;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NothingKnown;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Uncancellable;
import io.waybillguard.events.interception.InterceptionCommand;
import io.waybillguard.events.types.CourierCode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The couriers over HTTP, as {@code docs/outside-systems.md} tells it; each is a party of its own,
 * so that one that is down keeps nobody from the others.
 */
final class HttpCourierGateway implements CourierGateway {

    private static final String KIND = "courier";
    private static final String REQUEST_REFUSED = "REQUEST_REFUSED";
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int CONFLICT = 409;

    private final OutsideParties parties;
    private final Map<CourierCode, OutsideParty> couriers = new ConcurrentHashMap<>();
    private final JsonRequests requests;
    private final CallbackAddress callbacks;
    private final String suffix;

    /**
     * The couriers behind {@code base}.
     *
     * @param callbacks where they are told to call back
     * @param suffix of their names as parties: tells gateways apart that serve the same courier
     */
    HttpCourierGateway(OutsideParties parties, URI base, CallbackAddress callbacks, String suffix) {
        this.parties = parties;
        this.requests = new JsonRequests(base);
        this.callbacks = callbacks;
        this.suffix = suffix;
    }

    /** The request to stop a parcel. */
    @JsonPropertyOrder({"requestId", "waybill", "orderId", "kind", "callbackUrl"})
    record Interception(
            String requestId, String waybill, String orderId, String kind, String callbackUrl) {}

    @Override
    public CourierAnswer.ToRequest request(InterceptionCommand command) {
        CourierCode courier = command.parcel().courier();
        Interception body =
                new Interception(
                        command.interceptionId().value(),
                        command.parcel().waybill(),
                        command.orderId().value(),
                        "RETURN_TO_SENDER",
                        callbacks.of(command));
        String key = command.interceptionId().value();
        try {
            return taken(command, party(courier).order(requests.post(path(courier), key, body)));
        } catch (NoReplyException e) {
            return CourierGateway.silence(e);
        }
    }

    @Override
    public CourierAnswer.ToQuestion query(InterceptionCommand command) {
        CourierCode courier = command.parcel().courier();
        String path = path(courier) + "/" + command.interceptionId();
        try {
            return found(command, party(courier).ask(requests.get(path)));
        } catch (NoReplyException e) {
            return CourierGateway.silence(e);
        }
    }

    @Override
    public CourierAnswer.ToCancellation cancel(InterceptionCommand command) {
        CourierCode courier = command.parcel().courier();
        String path = path(courier) + "/" + command.interceptionId();
        try {
            return cancelled(party(courier).order(requests.delete(path)));
        } catch (NoReplyException e) {
            return CourierGateway.silence(e);
        }
    }

    private OutsideParty party(CourierCode courier) {
        return couriers.computeIfAbsent(
                courier, code -> parties.party(KIND + "-" + code.value() + suffix, KIND));
    }

    private static String path(CourierCode courier) {
        return "/couriers/" + courier + "/interceptions";
    }

    private static CourierAnswer.ToRequest taken(InterceptionCommand command, Reply reply) {
        Optional<InterceptionDocument> document = reply.as(InterceptionDocument.class);
        if (document.isPresent() && !document.get().isAbout(command)) {
            return unexpected(reply);
        }
        if (reply.isSuccess()) {
            return new Known(
                    document.flatMap(InterceptionDocument::standing)
                            .orElseGet(Standing.Accepted::new),
                    document.map(InterceptionDocument::since).orElse(null));
        }
        if (reply.status() == CONFLICT) {
            return new Known(new Standing.Failed(reason(document)), null);
        }
        return reply.isRefusal()
                ? new Known(new Standing.Failed(REQUEST_REFUSED), null)
                : unexpected(reply);
    }

    private static CourierAnswer.ToCancellation cancelled(Reply reply) {
        return switch (reply.status()) {
            case NOT_FOUND, METHOD_NOT_ALLOWED -> new Uncancellable();
            case CONFLICT -> new NotCancelled(reason(reply.as(InterceptionDocument.class)));
            default -> reply.isSuccess() ? new Cancelled() : unexpected(reply);
        };
    }

    private static String reason(Optional<InterceptionDocument> document) {
        return document.map(known -> known.reasonOr("REFUSED")).orElse("REFUSED");
    }

    private static CourierAnswer.ToQuestion found(InterceptionCommand command, Reply reply) {
        if (reply.status() == NOT_FOUND) {
            return new NeverSeen();
        }
        if (!reply.isSuccess()) {
            return unexpected(reply);
        }
        return reply.as(InterceptionDocument.class)
                .filter(document -> document.requestId() != null && document.isAbout(command))
                .flatMap(HttpCourierGateway::known)
                .orElseGet(() -> unexpected(reply));
    }

    private static Optional<CourierAnswer.ToQuestion> known(InterceptionDocument document) {
        return document.standing().map(standing -> new Known(standing, document.since()));
    }

    private static NothingKnown unexpected(Reply reply) {
        return new NothingKnown(reply.unexpected());
    }
}
