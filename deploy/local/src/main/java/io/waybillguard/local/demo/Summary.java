package io.waybillguard.local.demo;

import io.waybillguard.local.platform.Endpoints;
import java.io.PrintStream;
import java.util.Map;

/** Says at the end of a run what it was, whether it adds up, and where to look. */
final class Summary {

    private Summary() {}

    static void print(PrintStream out, Report report, Endpoints endpoints, DemoOptions options) {
        out.println();
        out.printf(
                "%d orders, %d parcels, %d webhooks accepted and %d refused in %.1f s%n",
                report.orders(),
                report.parcels(),
                report.webhooks().accepted(),
                report.webhooks().rejected(),
                report.seconds());
        table(out, "stalls", report.stalls());
        table(out, "decisions", report.decisions());
        table(out, "rows that held", report.decisionRows());
        table(out, "interceptions", report.interceptions());
        table(out, "messages", report.notices());
        out.printf(
                "payouts: %d requested, %d paid, %d twice; dead letters: %d%n",
                report.payouts().requested(),
                report.payouts().paid(),
                report.payouts().duplicates(),
                report.deadLetters());
        out.println();
        report.checks().forEach(check -> print(out, check));
        out.println();
        whereToLook(out, endpoints, options);
        out.flush();
    }

    private static void print(PrintStream out, Check check) {
        out.printf("%-6s %-24s %s%n", check.ok() ? "ok" : "FAILED", check.name(), check.detail());
    }

    private static void table(PrintStream out, String title, Map<String, Long> counts) {
        out.println(title + ":");
        counts.forEach((name, count) -> out.printf("  %-28s %6d%n", name, count));
    }

    private static void whereToLook(PrintStream out, Endpoints endpoints, DemoOptions options) {
        if (options.once()) {
            out.println("logs: " + endpoints.logs());
            return;
        }
        out.println("Where to look (the platform keeps running; Ctrl-C stops it):");
        out.println("  API of orders      " + endpoints.orders() + "/swagger-ui.html");
        out.println("  with the token     Authorization: Bearer " + endpoints.ordersToken());
        out.println("  stalls             " + endpoints.orders() + "/stalls?active=true");
        out.println("  refund cases       " + endpoints.orders() + "/refunds");
        out.println("  metrics            " + endpoints.tracker() + "/actuator/prometheus");
        out.println("                     " + endpoints.engine() + "/actuator/prometheus");
        out.println("                     " + endpoints.notifier() + "/actuator/prometheus");
        out.println("                     " + endpoints.orders() + "/actuator/prometheus");
        out.println("  payments' book     " + endpoints.payment() + "/sandbox/book");
        out.println("  couriers' book     " + endpoints.couriers() + "/sandbox/book");
        out.println("  messages' book     " + endpoints.channel() + "/sandbox/book");
        out.println("  broker             " + endpoints.bootstrapServers());
        out.println("  logs               " + endpoints.logs());
    }
}
