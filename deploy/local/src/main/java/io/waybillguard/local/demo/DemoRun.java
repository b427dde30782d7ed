package io.waybillguard.local.demo;

import io.waybillguard.local.platform.Endpoints;

/** One run of the demo, or of captured webhooks, from the first order to the report. */
public final class DemoRun {

    private DemoRun() {}

    /**
     * Plays, shows what happens, waits until all is settled, prints a summary and writes the
     * report.
     *
     * @return 0 only if all checks hold
     */
    public static int run(Endpoints endpoints, DemoOptions options) {
        System.out.printf("%d orders at %s%n", options.orders(), endpoints.orders());
        return 1;
    }
}
