package io.waybillguard.aftersales.trial;

import io.waybillguard.aftersales.backtest.ComparedCase;
import io.waybillguard.events.json.EventJson;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The files of one backtest: its state, its input where one was uploaded, and the differing cases,
 * a JSON document each, with the place of each in a file of its own.
 */
final class BacktestFolder {

    private static final String INPUT = "input.";
    private static final String STATE = "backtest.json";
    private static final String CASES = "cases.ndjson";
    private static final String PLACES = "cases.places";

    private final Path folder;

    BacktestFolder(Path folder) {
        this.folder = folder;
    }

    /** Where an upload is put. */
    Path input() throws IOException {
        Files.createDirectories(folder);
        return folder.resolve(INPUT + "ndjson");
    }

    /** Where a share of the input is put, counted from 0. */
    Path share(int number) {
        return folder.resolve(INPUT + number);
    }

    /** Whether an upload is all there is: it was not finished. */
    boolean isUnfinished() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString()).toList();
            return !names.isEmpty() && names.stream().allMatch(name -> name.startsWith(INPUT));
        }
    }

    /** Replaces the state as a whole. */
    void save(BacktestState state) throws IOException {
        Files.createDirectories(folder);
        Path next = folder.resolve(STATE + ".next");
        Files.write(next, EventJson.write(state));
        Files.move(
                next,
                folder.resolve(STATE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Empty where none was saved. */
    Optional<BacktestState> state() throws IOException {
        Path file = folder.resolve(STATE);
        return Files.exists(file)
                ? Optional.of(
                        EventJson.mapper().readValue(Files.readAllBytes(file), BacktestState.class))
                : Optional.empty();
    }

    /** Writes cases one after another. */
    final class Cases implements Closeable {
        private final BufferedOutputStream cases;
        private final DataOutputStream places;
        private long at;

        Cases() throws IOException {
            Files.createDirectories(folder);
            cases = new BufferedOutputStream(Files.newOutputStream(folder.resolve(CASES)));
            places =
                    new DataOutputStream(
                            new BufferedOutputStream(
                                    Files.newOutputStream(folder.resolve(PLACES))));
        }

        void add(ComparedCase one) throws IOException {
            byte[] document = EventJson.write(one);
            places.writeLong(at);
            cases.write(document);
            cases.write('\n');
            at += document.length + 1;
        }

        @Override
        public void close() throws IOException {
            cases.close();
            places.close();
        }
    }

    /** The documents of some differing cases, from the {@code first} on, counted from 0. */
    List<String> cases(long first, int atMost) throws IOException {
        List<String> found = new ArrayList<>();
        if (!Files.exists(folder.resolve(PLACES))) {
            return found;
        }
        try (RandomAccessFile places = file(PLACES);
                RandomAccessFile cases = file(CASES)) {
            long count = places.length() / Long.BYTES;
            for (long each = first; each < count && found.size() < atMost; each++) {
                long begin = place(places, each);
                long end = each + 1 < count ? place(places, each + 1) : cases.length();
                byte[] document = new byte[Math.toIntExact(end - begin - 1)];
                cases.seek(begin);
                cases.readFully(document);
                found.add(new String(document, java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    private static long place(RandomAccessFile places, long of) throws IOException {
        places.seek(of * Long.BYTES);
        return places.readLong();
    }

    private RandomAccessFile file(String name) throws IOException {
        return new RandomAccessFile(folder.resolve(name).toFile(), "r");
    }

    /** Removes what is only needed while it runs. */
    void removeInput() throws IOException {
        remove(file -> file.getFileName().toString().startsWith(INPUT));
    }

    /** Removes everything. */
    void remove() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        remove(_ -> true);
        Files.delete(folder);
    }

    private void remove(Predicate<Path> which) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(which).toList()) {
                Files.delete(file);
            }
        }
    }
}
