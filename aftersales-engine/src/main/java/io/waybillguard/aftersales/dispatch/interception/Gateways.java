package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.aftersales.dispatch.OutsideParties;
import io.waybillguard.events.interception.InterceptionCommand;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The gateway that is meant most for a command's shop and courier. */
final class Gateways implements CourierGateway {

    private static final String PARTY = "courier";

    private record Way(GatewaySettings settings, CourierGateway gateway) {}

    private final List<Way> ways = new ArrayList<>();
    private final OutsideParties parties;
    private final CallbackAddress callbacks;
    private final Clock clock;

    /** The gateways of {@code settings}; a plain {@code url} is one for all, in our own words. */
    Gateways(OutsideParties parties, InterceptionSettings settings, Clock clock) {
        this.parties = parties;
        this.callbacks = new CallbackAddress(settings.callbackUrl());
        this.clock = clock;
        settings.gateways().forEach(each -> ways.add(new Way(each, gateway(each))));
        URI url = settings.url();
        if (url != null) {
            GatewaySettings all = GatewaySettings.forAll(url);
            ways.add(new Way(all, new HttpCourierGateway(parties, url, callbacks, "")));
        }
    }

    private CourierGateway gateway(GatewaySettings settings) {
        String name = PARTY + "-" + settings.kind().path();
        return switch (settings.kind()) {
            case HTTP ->
                    new HttpCourierGateway(
                            parties,
                            settings.url(),
                            callbacks,
                            "@" + settings.url().getAuthority());
            case KUAIDI100 ->
                    new Kuaidi100Gateway(
                            parties.party(name + "-direct", PARTY), settings, callbacks, clock);
            case ZTO -> new ZtoGateway(parties.party(name + "-direct", PARTY), settings);
            case SF -> new SfGateway(parties.party(name + "-direct", PARTY), settings, clock);
        };
    }

    @Override
    public CourierAnswer.ToRequest request(InterceptionCommand command) {
        return of(command).request(command);
    }

    @Override
    public CourierAnswer.ToQuestion query(InterceptionCommand command) {
        return of(command).query(command);
    }

    @Override
    public CourierAnswer.ToCancellation cancel(InterceptionCommand command) {
        return of(command).cancel(command);
    }

    /** Of two that are meant as much, the one that was named first. */
    private CourierGateway of(InterceptionCommand command) {
        return ways.stream()
                .filter(way -> way.settings().fits(command) > 0)
                .reduce((a, b) -> b.settings().fits(command) > a.settings().fits(command) ? b : a)
                .map(Way::gateway)
                .orElseThrow(() -> new IllegalStateException("no gateway is for all"));
    }
}
