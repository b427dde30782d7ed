package io.waybillguard.tracker.webhook;

import io.waybillguard.tracker.aftership.AfterShip;
import io.waybillguard.tracker.easypost.EasyPost;
import io.waybillguard.tracker.jt.Jt;
import io.waybillguard.tracker.karrio.Karrio;
import io.waybillguard.tracker.kdniao.Kdniao;
import io.waybillguard.tracker.kuaidi100.Kuaidi100;
import io.waybillguard.tracker.provider.Arrival;
import io.waybillguard.tracker.provider.LineLimits;
import io.waybillguard.tracker.provider.Provider;
import io.waybillguard.tracker.sf.Sf;
import io.waybillguard.tracker.shippo.Shippo;
import io.waybillguard.tracker.sto.Sto;
import io.waybillguard.tracker.track17.Track17;
import io.waybillguard.tracker.yunda.Yunda;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every provider that is understood. */
final class KnownProviders {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Map<String, Made> CHINESE =
            Map.of(
                    Kuaidi100.NAME, Kuaidi100::new,
                    Kdniao.NAME, Kdniao::new,
                    Sf.NAME, Sf::new,
                    Sto.NAME, Sto::new,
                    Jt.NAME, Jt::new,
                    Yunda.NAME, Yunda::new);
    private static final Map<String, Made> OTHERS =
            Map.of(
                    AfterShip.NAME, AfterShip::new,
                    Track17.NAME, Track17::new,
                    EasyPost.NAME, EasyPost::new,
                    Shippo.NAME, Shippo::new,
                    Karrio.NAME, Karrio::new);

    private KnownProviders() {}

    /** How a provider is made. */
    @FunctionalInterface
    private interface Made {
        Provider of(LineLimits limits, ZoneId zone, int mostLines);
    }

    /**
     * All of them.
     *
     * @throws IllegalArgumentException when a zone is told for a provider that is not among them
     */
    static List<Provider> all(WebhookSettings settings, Arrival arrival) {
        LineLimits limits = new LineLimits(arrival, settings.lineMemory().toBytes());
        Map<String, ZoneId> zones = new HashMap<>(settings.zones());
        zones.putIfAbsent(Kuaidi100.NAME, settings.kuaidi100().zone());
        List<Provider> all = new ArrayList<>();
        CHINESE.forEach((name, made) ->
                all.add(made.of(limits, taken(zones, name, CHINA), settings.maxLines())));
        OTHERS.forEach((name, made) ->
                all.add(made.of(limits, taken(zones, name, ZoneOffset.UTC), settings.maxLines())));
        if (!zones.isEmpty()) {
            throw new IllegalArgumentException(
                    "waybill.tracker.zones names unknown providers: " + zones.keySet());
        }
        return all;
    }

    private static ZoneId taken(Map<String, ZoneId> zones, String name, ZoneId otherwise) {
        ZoneId told = zones.remove(name);
        return told == null ? otherwise : told;
    }
}
