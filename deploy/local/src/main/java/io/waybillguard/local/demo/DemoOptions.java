package io.waybillguard.local.demo;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be played.
 *
 * @param orders how many orders the demo plays; never fewer than there are scenarios
 * @param once whether the platform stops afterwards; else the summary says that it keeps running
 * @param replays files of captured webhooks to feed instead of the demo, in this order
 * @param report where the report is written as JSON; null: nowhere
 */
public record DemoOptions(int orders, boolean once, List<Path> replays, @Nullable Path report) {

    /** How many orders the demo plays when nothing else is said. */
    public static final int DEFAULT_ORDERS = 200;

    public DemoOptions {
        if (orders < 1) {
            throw new IllegalArgumentException("a demo has at least one order");
        }
        replays = List.copyOf(replays);
    }
}
