package io.waybillguard.local.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each service is told on its command line, beyond its defaults. */
final class ServiceSettings {

    /** Partitions of every topic, on one machine. */
    static final int PARTITIONS = 4;

    static final String ORDERS_TOKEN = "local-platform";

    /** A replay registers parcels as shipped when they were, however old the capture is. */
    private static final String REPLAYED_AFTER = "7300d";

    static final String SIGNED_ACCOUNT = "demo";
    static final String SALT = "demo-salt";

    /** An account whose pushes carry no signature: captured ones can be fed again as they are. */
    static final String OPEN_ACCOUNT = "open";

    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(30);

    private final Ports ports;
    private final DataFolder folder;
    private final PlatformOptions options;
    private final String callbackSecret;

    /**
     * Settings of one run.
     *
     * @param callbackSecret shared by the engine and the couriers' sandbox
     */
    ServiceSettings(
            Ports ports, DataFolder folder, PlatformOptions options, String callbackSecret) {
        this.ports = ports;
        this.folder = folder;
        this.options = options;
        this.callbackSecret = callbackSecret;
    }

    /** The arguments of {@code service}, each {@code --name=value}. */
    List<String> argumentsOf(Service service) {
        Map<String, String> settings = common(service);
        settings.putAll(
                switch (service) {
                    case TRACKER -> tracker();
                    case ENGINE -> engine();
                    case NOTIFIER -> notifier();
                    case ORDERS -> orders();
                });
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments;
    }

    private Map<String, String> common(Service service) {
        Path state = folder.state().resolve(service.module());
        Map<String, String> settings = new TreeMap<>();
        settings.put("server.port", Integer.toString(ports.of(service.port())));
        settings.put("server.address", "127.0.0.1");
        settings.put("waybill.kafka.bootstrap-servers", "127.0.0.1:" + ports.of(Port.BROKER));
        settings.put("waybill.kafka.partitions", Integer.toString(PARTITIONS));
        settings.put("waybill.streams.state-dir", state.toString());
        settings.put("waybill.streams.commit-interval", "200ms");
        return settings;
    }

    private static Map<String, String> tracker() {
        return Map.of(
                "waybill.tracker.accounts[0].provider",
                "kuaidi100",
                "waybill.tracker.accounts[0].account",
                SIGNED_ACCOUNT,
                "waybill.tracker.accounts[0].secrets[0]",
                SALT,
                "waybill.tracker.accounts[1].provider",
                "kuaidi100",
                "waybill.tracker.accounts[1].account",
                OPEN_ACCOUNT,
                "waybill.tracker.accounts[1].unsigned",
                "true");
    }

    private Map<String, String> engine() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("waybill.engine.payout.mode", "http");
        settings.put("waybill.engine.payout.url", ports.url(Port.PAYMENT).toString());
        settings.put("waybill.engine.payout.idempotency-window", text(options.paymentKeysKept()));
        settings.put("waybill.engine.payout.safety-margin", text(safetyMargin()));
        settings.put("waybill.engine.interception.url", ports.url(Port.COURIERS).toString());
        settings.put("waybill.engine.interception.callback-url", ports.url(Port.ENGINE).toString());
        settings.put("waybill.engine.interception.secret", callbackSecret);
        settings.putAll(ProviderGateways.settings(ports.url(Port.COURIERS), callbackSecret));
        settings.put("waybill.engine.access[0].token", ORDERS_TOKEN);
        settings.put("waybill.engine.access[0].shop", "*");
        settings.put(
                "waybill.engine.backtests.dir", folder.state().resolve("backtests").toString());
        if (options.shortDeadlines()) {
            settings.putAll(ShortDeadlines.ofEngine());
        }
        return settings;
    }

    private Duration safetyMargin() {
        Duration half = options.paymentKeysKept().dividedBy(2);
        return half.compareTo(LONGEST_MARGIN) < 0 ? half : LONGEST_MARGIN;
    }

    private Map<String, String> notifier() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("waybill.notifier.channel.url", ports.url(Port.CHANNEL).toString());
        if (options.shortDeadlines()) {
            settings.putAll(ShortDeadlines.ofNotifier());
        }
        return settings;
    }

    private Map<String, String> orders() {
        return Map.of(
                "waybill.orders.access[0].token",
                ORDERS_TOKEN,
                "waybill.orders.access[0].shop",
                "*",
                "waybill.orders.shipped-behind",
                REPLAYED_AFTER,
                "waybill.orders.postgres-dir",
                folder.postgres().toString());
    }

    private static String text(Duration duration) {
        return duration.toMillis() + "ms";
    }
}
