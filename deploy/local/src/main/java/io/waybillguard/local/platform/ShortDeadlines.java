package io.waybillguard.local.platform;

import io.waybillguard.local.demo.Waits;
import java.time.Duration;
import java.util.Map;

/** Seconds where the services wait minutes or days, so that cases end while somebody watches. */
final class ShortDeadlines {

    private ShortDeadlines() {}

    /** Cases for a person stay open: nobody shall see them agree by themselves. */
    static Map<String, String> ofEngine() {
        String deadline = "waybill.engine.deadlines.";
        return Map.of(
                deadline + "interception-answer", seconds(Waits.INTERCEPTION_ANSWER),
                deadline + "interception-ask-every", "3s",
                deadline + "rejection-reminder", "5s",
                deadline + "rejection-wait", seconds(Waits.REJECTION),
                deadline + "order-wait", "5s",
                deadline + "return-waybill", seconds(Waits.RETURN_WAYBILL),
                deadline + "return-confirmation", seconds(Waits.RETURN_CONFIRMATION));
    }

    /** And no quiet hours. */
    static Map<String, String> ofNotifier() {
        return Map.of(
                "waybill.notifier.gather", "3s",
                "waybill.notifier.quiet-hours.from", "00:00",
                "waybill.notifier.quiet-hours.until", "00:00");
    }

    /** What a person is told about it. */
    static String explained() {
        return "Deadlines are seconds here, not days, and no hours are quiet, so that cases end"
                + " while you watch.";
    }

    private static String seconds(Duration wait) {
        return wait.toSeconds() + "s";
    }
}
