package io.waybillguard.local.demo;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Shows a run while it goes on: on a terminal one block drawn anew, else a line now and then. */
final class LiveView implements AutoCloseable {

    private static final Duration REDRAW = Duration.ofSeconds(1);
    private static final Duration NEXT_LINE = Duration.ofSeconds(5);
    private static final String CLEAR_LINE = "\u001b[2K";

    private final PrintStream out;
    private final boolean onTerminal;
    private final Supplier<Glance> look;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("live-view").daemon().factory());
    private final ScheduledFuture<?> drawing;
    private int drawn;

    LiveView(PrintStream out, boolean onTerminal, Supplier<Glance> look) {
        this.out = out;
        this.onTerminal = onTerminal;
        this.look = look;
        Duration every = onTerminal ? REDRAW : NEXT_LINE;
        this.drawing =
                thread.scheduleAtFixedRate(
                        this::draw, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether the program writes to a terminal. */
    static boolean isTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    /** Draws a last time. */
    @Override
    public void close() {
        drawing.cancel(false);
        thread.shutdown();
        try {
            thread.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        draw();
    }

    private synchronized void draw() {
        Glance glance = look.get();
        if (!onTerminal) {
            glance.inShort().forEach(out::println);
            return;
        }
        List<String> lines = glance.block();
        StringBuilder screen = new StringBuilder();
        if (drawn > 0) {
            screen.append("\u001b[%dA".formatted(drawn));
        }
        lines.forEach(line -> screen.append(CLEAR_LINE).append(line).append('\n'));
        drawn = lines.size();
        out.print(screen);
        out.flush();
    }
}
