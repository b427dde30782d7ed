package io.waybillguard.local.demo;

import io.waybillguard.local.platform.Endpoints;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;

/** Everything that one run holds open, from its first look at the platform to its findings. */
final class Session implements AutoCloseable {

    /** How often the books are looked into before a check counts as failed. */
    private static final int LOOKS = 3;

    private final String tag;
    private final PrintStream out;
    private final Pace pace;
    private final Wire wire;
    private final Wire watchWire = new Wire(2);
    private final EventWatch watch;
    private final Ledger ledger;
    private final Outside outside;
    private final OrderDesk desk;
    private final Post post;
    private final EngineDesk engine;
    private final Playbook playbook = new Playbook();

    /** Opens it; what was published before is not seen. */
    Session(Endpoints endpoints, String tag, PrintStream out, Pace pace) {
        this.tag = tag;
        this.out = out;
        this.pace = pace;
        this.wire = new Wire(pace.calls());
        this.ledger = new Ledger(tag);
        this.watch = EventWatch.open(endpoints.bootstrapServers(), ledger);
        this.outside = new Outside(watchWire, endpoints);
        this.desk = new OrderDesk(wire, endpoints.orders(), endpoints.ordersToken());
        this.post = new Post(wire, endpoints.tracker());
        this.engine = new EngineDesk(wire, endpoints.engine(), endpoints.ordersToken());
    }

    Pace pace() {
        return pace;
    }

    Ledger ledger() {
        return ledger;
    }

    Outside outside() {
        return outside;
    }

    OrderDesk desk() {
        return desk;
    }

    Post post() {
        return post;
    }

    EngineDesk engine() {
        return engine;
    }

    Playbook playbook() {
        return playbook;
    }

    /** What is played, once everything is open. */
    @FunctionalInterface
    interface Performance {
        void play() throws InterruptedException, IOException;
    }

    /** A run that is over, with what was found and how long it took. */
    record Ended(Findings findings, List<Check> checks, Duration took) {

        Ended {
            checks = List.copyOf(checks);
        }

        Report report() {
            return Report.of(findings, checks, took.toMillis() / 1000.0);
        }
    }

    /**
     * Plays, shows it, waits until it has settled, looks into the books. Where the checks do not
     * hold it waits and looks again: what moved between the looks is no difference.
     */
    Ended perform(int stories, Performance performance, Function<Findings, List<Check>> checklist)
            throws InterruptedException, IOException {
        Counts before = outside.counts();
        Lookout lookout = new Lookout(post, ledger, outside, playbook, stories, before);
        Settling settling = new Settling(pace, playbook, post, ledger, lookout);
        Findings findings;
        List<Check> checks;
        try (LiveView _ = new LiveView(out, LiveView.isTerminal(), lookout.looks())) {
            performance.play();
            int looks = 0;
            do {
                findings = findings(settling.await(), lookout.counted());
                checks = checklist.apply(findings);
                looks++;
            } while (findings.unsettled().isEmpty()
                    && !checks.stream().allMatch(Check::ok)
                    && looks < LOOKS);
        }
        return new Ended(findings, checks, lookout.elapsed());
    }

    private Findings findings(List<String> unsettled, Counts counted)
            throws InterruptedException, IOException {
        List<String> troubles = new ArrayList<>(playbook.troubles());
        watch.failure().map(KafkaException::toString).ifPresent(troubles::add);
        return new Findings(
                tag,
                playbook.paid().size(),
                playbook.storiesOvertaken(),
                playbook.paid(),
                playbook.asked(),
                playbook.bargains(),
                playbook.foreseen(),
                troubles,
                playbook.refusals(),
                unsettled,
                post.sent(),
                counted,
                ledger.tally(),
                outside.books(tag));
    }

    @Override
    public void close() {
        watch.close();
        wire.close();
        watchWire.close();
    }
}
