package io.waybillguard.tracker.webhook;

import io.waybillguard.tracker.aftership.AfterShip;
import io.waybillguard.tracker.easypost.EasyPost;
import io.waybillguard.tracker.jt.Jt;
import io.waybillguard.tracker.karrio.Karrio;
import io.waybillguard.tracker.kdniao.Kdniao;
import io.waybillguard.tracker.kuaidi100.Kuaidi100;
import io.waybillguard.tracker.provider.Arrival;
import io.waybillguard.tracker.provider.Provider;
import io.waybillguard.tracker.sf.Sf;
import io.waybillguard.tracker.shippo.Shippo;
import io.waybillguard.tracker.sto.Sto;
import io.waybillguard.tracker.track17.Track17;
import io.waybillguard.tracker.yunda.Yunda;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every provider that is understood. */
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Map<String, Made> CHINESE =
            Map.of(
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

    /** How a provider is made. */
    @FunctionalInterface
    private interface Made {
        Provider of(Arrival arrival, ZoneId zone, int mostLines);
    }

    @Bean
    Kuaidi100 kuaidi100(WebhookSettings settings, Arrival arrival) {
        return new Kuaidi100(settings.kuaidi100().zone(), arrival, settings.maxLines());
    }

    /** All of them. */
    @Bean
    KnownProviders knownProviders(Kuaidi100 kuaidi100, WebhookSettings settings, Arrival arrival) {
        Map<String, Provider> all = new LinkedHashMap<>();
        all.put(kuaidi100.name(), kuaidi100);
        CHINESE.forEach((name, made) -> all.put(name, made(made, name, CHINA, settings, arrival)));
        OTHERS.forEach(
                (name, made) -> all.put(name, made(made, name, ZoneOffset.UTC, settings, arrival)));
        requireKnown(settings.zones().keySet(), all.keySet());
        return new KnownProviders(List.copyOf(all.values()));
    }

    private static Provider made(
            Made made, String name, ZoneId zone, WebhookSettings settings, Arrival arrival) {
        return made.of(arrival, settings.zones().getOrDefault(name, zone), settings.maxLines());
    }

    private static void requireKnown(Set<String> named, Set<String> known) {
        for (String name : named) {
            if (!known.contains(name)) {
                throw new IllegalStateException(
                        "waybill.tracker.zones names the unknown provider " + name);
            }
        }
    }

    /** Every provider, by whom a webhook may come. */
    record KnownProviders(List<Provider> all) {}
}
