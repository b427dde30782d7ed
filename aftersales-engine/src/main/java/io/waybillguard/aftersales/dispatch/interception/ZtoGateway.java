package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.aftersales.dispatch.NoReplyException;
import io.waybillguard.aftersales.dispatch.OutsideParty;
import io.waybillguard.aftersales.dispatch.Reply;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NothingKnown;
import io.waybillguard.events.interception.InterceptionCommand;
import io.waybillguard.events.json.EventJson;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** ZTO (中通), which takes one id once, answers questions and can be told to let go. */
final class ZtoGateway implements CourierGateway {

    private final OutsideParty party;
    private final GatewaySettings settings;
    private final Map<String, Meaning> codes;

    ZtoGateway(OutsideParty party, GatewaySettings settings) {
        this.party = party;
        this.settings = settings;
        this.codes = Meaning.table(ZtoDocument.CODES, settings.codes());
    }

    @Override
    public CourierAnswer.ToRequest request(InterceptionCommand command) {
        try {
            Reply reply =
                    party.order(signed(ZtoDocument.CREATE, ZtoDocument.request(settings, command)));
            return reply.as(ZtoDocument.Answer.class)
                    .map(answer -> ZtoDocument.taken(answer, codes))
                    .orElseGet(() -> new NothingKnown(reply.unexpected()));
        } catch (NoReplyException e) {
            return CourierGateway.silence(e);
        }
    }

    @Override
    public CourierAnswer.ToQuestion query(InterceptionCommand command) {
        try {
            Reply reply = party.ask(signed(ZtoDocument.QUERY, ZtoDocument.Which.of(command)));
            return reply.as(ZtoDocument.Answer.class)
                    .map(answer -> ZtoDocument.found(answer, command))
                    .orElseGet(() -> new NothingKnown(reply.unexpected()));
        } catch (NoReplyException e) {
            return CourierGateway.silence(e);
        }
    }

    @Override
    public CourierAnswer.ToCancellation cancel(InterceptionCommand command) {
        try {
            Reply reply = party.order(signed(ZtoDocument.CANCEL, ZtoDocument.Which.of(command)));
            return reply.as(ZtoDocument.Answer.class)
                    .map(answer -> ZtoDocument.cancelled(answer, codes))
                    .orElseGet(() -> new NothingKnown(reply.unexpected()));
        } catch (NoReplyException e) {
            return CourierGateway.silence(e);
        }
    }

    private HttpRequest signed(String method, Object body) {
        String text = EventJson.mapper().writeValueAsString(body);
        String base = settings.url().toString();
        return HttpRequest.newBuilder(
                        URI.create(base.endsWith("/") ? base + method : base + "/" + method))
                .header("Content-Type", "application/json;charset=UTF-8")
                .header("Accept", "application/json")
                .header("x-appKey", settings.key())
                .header("x-dataDigest", Digest.base64(text + settings.secret()))
                .POST(BodyPublishers.ofString(text))
                .build();
    }
}
