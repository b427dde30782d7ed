package io.waybillguard.local.platform;

import java.net.URI;

/** What a person needs to look around in a running platform. */
final class StartTable {

    private StartTable() {}

    static String of(Endpoints at, PlatformOptions options, double seconds) {
        StringBuilder text = new StringBuilder();
        text.append("%nWaybill Guard is up after %.1f s.%n%n".formatted(seconds));
        service(text, "order-service", at.orders());
        row(text, "", "API page", at.orders() + "/swagger-ui.html");
        row(text, "", "token", "Authorization: Bearer " + at.ordersToken());
        service(text, "logistics-tracker", at.tracker());
        row(
                text,
                "",
                "webhooks",
                at.tracker()
                        + "/webhooks/kuaidi100/"
                        + at.webhookAccount()
                        + "  (salt "
                        + at.webhookSalt()
                        + "); unsigned: /webhooks/kuaidi100/"
                        + ServiceSettings.OPEN_ACCOUNT);
        service(text, "aftersales-engine", at.engine());
        service(text, "notifier", at.notifier());
        sandbox(text, "payment sandbox", at.payment());
        sandbox(text, "couriers' sandbox", at.couriers());
        sandbox(text, "channel sandbox", at.channel());
        row(text, "kafka", "broker", at.bootstrapServers());
        row(text, "logs", "folder", at.logs().toString());
        row(text, "data", "folder", options.data() + "  (kept; --fresh empties it)");
        if (options.shortDeadlines()) {
            text.append("%n%s%n".formatted(ShortDeadlines.explained()));
        }
        return text.append("Stop with Ctrl-C.%n".formatted()).toString();
    }

    private static void service(StringBuilder text, String name, URI base) {
        row(text, name, "metrics", base + "/actuator/prometheus");
    }

    private static void sandbox(StringBuilder text, String name, URI base) {
        row(text, name, "book", base + "/sandbox/book");
        row(text, "", "behaviour", base + "/sandbox/behaviour");
    }

    private static void row(StringBuilder text, String name, String what, String where) {
        text.append("  %-18s %-10s %s%n".formatted(name, what, where));
    }
}
