package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.aftersales.dispatch.NoReplyException;
import io.waybillguard.aftersales.dispatch.OutsideParty;
import io.waybillguard.aftersales.dispatch.Reply;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NothingKnown;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Unaskable;
import io.waybillguard.events.interception.InterceptionCommand;
import java.time.Clock;
import java.util.Map;

/**
 * SF (顺丰), which lets one interception of an order succeed, can be told to let go, and cannot be
 * asked: an answer that was lost stays unknown until it tells the outcome.
 */
final class SfGateway implements CourierGateway {

    private final OutsideParty party;
    private final GatewaySettings settings;
    private final Map<String, Meaning> codes;
    private final Clock clock;

    SfGateway(OutsideParty party, GatewaySettings settings, Clock clock) {
        this.party = party;
        this.settings = settings;
        this.codes = Meaning.table(SfDocument.CODES, settings.codes());
        this.clock = clock;
    }

    @Override
    public CourierAnswer.ToRequest request(InterceptionCommand command) {
        try {
            Reply reply = post(command, false);
            return reply.as(SfDocument.Answer.class)
                    .map(answer -> SfDocument.taken(answer, codes))
                    .orElseGet(() -> new NothingKnown(reply.unexpected()));
        } catch (NoReplyException e) {
            return CourierGateway.silence(e);
        }
    }

    @Override
    public CourierAnswer.ToQuestion query(InterceptionCommand command) {
        return new Unaskable();
    }

    @Override
    public CourierAnswer.ToCancellation cancel(InterceptionCommand command) {
        try {
            Reply reply = post(command, true);
            return reply.as(SfDocument.Answer.class)
                    .map(answer -> SfDocument.cancelled(answer, codes))
                    .orElseGet(() -> new NothingKnown(reply.unexpected()));
        } catch (NoReplyException e) {
            return CourierGateway.silence(e);
        }
    }

    private Reply post(InterceptionCommand command, boolean cancel) throws NoReplyException {
        Form form = SfDocument.message(settings, command, cancel, clock.instant());
        return party.order(form.postTo(settings.url()));
    }
}
