package io.waybillguard.aftersales.trial;

import io.waybillguard.aftersales.backtest.Recorded;
import io.waybillguard.events.allowance.AllowanceAnswer.BuyerRefundsCounted;
import io.waybillguard.events.json.EventJson;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The past as a file tells it, a line each: either facts with a request, which is one case by
 * itself and judged at its instant alone, or an event of one of the engine's inputs, as many as
 * there are. The first line is the backtest's own and passed over here. The events of a large file
 * are first put into shares on disk, an order's all into one, so that memory holds a share at a
 * time.
 */
final class RecordedFile implements Source {

    private final BacktestFolder folder;
    private final int recordsAtMost;
    private final long shareBytes;
    private final Instant now;
    private Instant latest = Instant.MIN;

    /** Takes an event's line, and what was read in it. */
    @FunctionalInterface
    private interface Events {
        void take(String line, Recorded event) throws IOException;
    }

    /** Takes a line with its number. */
    @FunctionalInterface
    private interface Lines {
        void take(long number, String line) throws IOException;
    }

    /**
     * A file in UTF-8.
     *
     * @param folder that has it, with room for its shares
     * @param shareBytes how large a share may about be
     * @param now stands for instants that its facts leave out
     */
    RecordedFile(BacktestFolder folder, int recordsAtMost, long shareBytes, Instant now) {
        this.folder = folder;
        this.recordsAtMost = recordsAtMost;
        this.shareBytes = shareBytes;
        this.now = now;
    }

    @Override
    public void read(Orders orders, Progress progress) throws IOException {
        Path file = folder.input();
        long size = Files.size(file);
        progress.of(size);
        int shares = Math.toIntExact(size / shareBytes + 1);
        if (shares == 1) {
            Gathered events = new Gathered(recordsAtMost);
            read(file, orders, (_, event) -> events.add(event), progress);
            events.bring(orders, end());
            return;
        }
        share(file, shares, orders, progress);
        for (int each = 0; each < shares; each++) {
            Gathered events = new Gathered(recordsAtMost);
            lines(
                    folder.share(each),
                    (_, line) -> events.add(RecordedLine.event(EventJson.mapper().readTree(line))),
                    progress);
            events.bring(orders, end());
        }
    }

    private Instant end() {
        return latest.isAfter(Instant.MIN) ? latest.plusMillis(1) : now;
    }

    /** Every line was read once before it goes to a share: none is refused there. */
    private void share(Path file, int shares, Orders orders, Progress progress) throws IOException {
        List<BufferedWriter> writers = new ArrayList<>();
        try {
            for (int each = 0; each < shares; each++) {
                writers.add(Files.newBufferedWriter(folder.share(each), StandardCharsets.UTF_8));
            }
            read(
                    file,
                    orders,
                    (line, event) -> {
                        int share = Math.floorMod(event.input().order().hashCode(), shares);
                        writers.get(share).append(line).append('\n');
                    },
                    progress);
        } finally {
            for (BufferedWriter writer : writers) {
                writer.close();
            }
        }
        long more = 0;
        for (int each = 0; each < shares; each++) {
            more += Files.size(folder.share(each));
        }
        progress.of(progress.of() + more);
    }

    private void read(Path file, Orders orders, Events events, Progress progress)
            throws IOException {
        lines(
                file,
                (number, line) -> {
                    if (number > 1 && !line.isBlank()) {
                        line(number, line, orders, events);
                    }
                },
                progress);
    }

    private static void lines(Path file, Lines lines, Progress progress) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.take(++number, line);
                progress.more(line.length() + 1L);
            }
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new InvalidInputException("", "the file is not in UTF-8");
        }
    }

    private void line(long number, String line, Orders orders, Events events) throws IOException {
        try {
            JsonNode node = EventJson.mapper().readTree(line);
            if (node.has("topic")) {
                Recorded event = RecordedLine.event(node);
                latest = event.at().isAfter(latest) ? event.at() : latest;
                events.take(line, event);
            } else {
                facts(line, orders);
            }
        } catch (InvalidInputException e) {
            throw new InvalidInputException(
                    "line " + number + (e.field().isEmpty() ? "" : ": " + e.field()),
                    String.valueOf(e.getMessage()));
        } catch (JacksonException e) {
            throw new InvalidInputException("line " + number, "is not JSON");
        }
    }

    private void facts(String line, Orders orders) throws IOException {
        GivenFacts given = Documents.read(line.getBytes(StandardCharsets.UTF_8), GivenFacts.class);
        if (given.policy() != null) {
            throw new InvalidInputException("policy", "belongs to the first line alone");
        }
        Instant at = given.at(now);
        List<Recorded> records = new ArrayList<>();
        given.events(now).forEach(event -> records.add(Recorded.of(at, event)));
        records.add(Recorded.of(at, given.requested(now)));
        BuyerRefundsCounted buyer = given.buyerRefunds(now);
        if (buyer != null) {
            records.add(Recorded.of(at, buyer));
        }
        orders.take(given.order().orderId(), records, at.plusMillis(1));
    }
}
