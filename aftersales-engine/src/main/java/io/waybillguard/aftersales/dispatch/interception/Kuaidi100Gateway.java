package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.aftersales.dispatch.NoReplyException;
import io.waybillguard.aftersales.dispatch.OutsideParty;
import io.waybillguard.aftersales.dispatch.Reply;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NothingKnown;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Unaskable;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Uncancellable;
import io.waybillguard.events.interception.InterceptionCommand;
import java.time.Clock;
import java.util.Map;

/** Many couriers through Kuaidi100 (快递100), which can be asked for nothing but to stop a parcel. */
final class Kuaidi100Gateway implements CourierGateway {

    private final OutsideParty party;
    private final GatewaySettings settings;
    private final Map<String, Meaning> codes;
    private final CallbackAddress callbacks;
    private final Clock clock;

    Kuaidi100Gateway(
            OutsideParty party, GatewaySettings settings, CallbackAddress callbacks, Clock clock) {
        this.party = party;
        this.settings = settings;
        this.codes = Meaning.table(Kuaidi100Document.CODES, settings.codes());
        this.callbacks = callbacks;
        this.clock = clock;
    }

    @Override
    public CourierAnswer.ToRequest request(InterceptionCommand command) {
        String courier = Kuaidi100Couriers.CODES.get(command.parcel().courier().value());
        if (courier == null) {
            return Kuaidi100Document.NOT_SERVED;
        }
        Form form =
                Kuaidi100Document.request(
                        settings,
                        courier,
                        command,
                        callbacks.of(GatewaySettings.Kind.KUAIDI100.path(), command),
                        clock.instant());
        try {
            return taken(party.order(form.postTo(settings.url())));
        } catch (NoReplyException e) {
            return CourierGateway.silence(e);
        }
    }

    private CourierAnswer.ToRequest taken(Reply reply) {
        return reply.as(Kuaidi100Document.Answer.class)
                .map(answer -> Kuaidi100Document.taken(answer, codes))
                .orElseGet(() -> new NothingKnown(reply.unexpected()));
    }

    @Override
    public CourierAnswer.ToQuestion query(InterceptionCommand command) {
        return new Unaskable();
    }

    @Override
    public CourierAnswer.ToCancellation cancel(InterceptionCommand command) {
        return new Uncancellable();
    }
}
