package io.waybillguard.local.platform;

import io.waybillguard.events.types.CourierCode;
import io.waybillguard.local.sandbox.CourierSandbox;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * In whose words the engine of the local platform asks couriers to stop a parcel: ZTO and SF in
 * their own, some through Kuaidi100, the others in ours. The sandbox speaks them all.
 */
public final class ProviderGateways {

    /** Ours, for couriers that have no gateway of a provider. */
    public static final String OURS = "";

    private static final String KUAIDI100 = "kuaidi100";

    private record Way(String courier, String words, Map<String, String> account) {}

    private static final List<Way> WAYS =
            List.of(
                    new Way("ZTO", "zto", Map.of("customer-id", "customer-1")),
                    new Way("SF", "sf", Map.of("monthly-card", "7551234567")),
                    new Way("YTO", KUAIDI100, Map.of("partner-id", "yto-1", "net", "yto")),
                    new Way("STO", KUAIDI100, Map.of("partner-id", "sto-1", "net", "sto")),
                    new Way("YUNDA", KUAIDI100, Map.of("partner-id", "yunda-1", "net", "yunda")));

    private ProviderGateways() {}

    /** In whose words {@code courier} is asked, as the couriers' book names them. */
    public static String wordsOf(CourierCode courier) {
        return WAYS.stream()
                .filter(way -> way.courier().equals(courier.value()))
                .map(Way::words)
                .findFirst()
                .orElse(OURS);
    }

    /**
     * The engine's settings.
     *
     * @param couriers the sandbox
     * @param secret that it shares with the engine, in whatever words
     */
    static Map<String, String> settings(URI couriers, String secret) {
        Map<String, String> settings = new TreeMap<>();
        for (int n = 0; n < WAYS.size(); n++) {
            Way way = WAYS.get(n);
            String gateway = "waybill.engine.interception.gateways[" + n + "].";
            settings.put(gateway + "kind", way.words().toUpperCase(java.util.Locale.ROOT));
            settings.put(gateway + "courier", way.courier());
            settings.put(gateway + "url", couriers + "/" + way.words());
            settings.put(gateway + "key", CourierSandbox.KEY);
            settings.put(gateway + "secret", secret);
            way.account()
                    .forEach((field, value) -> settings.put(gateway + "account." + field, value));
        }
        return settings;
    }
}
