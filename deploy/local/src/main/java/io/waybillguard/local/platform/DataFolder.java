package io.waybillguard.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that holds all state of one platform, and belongs to one run at a time. */
final class DataFolder implements AutoCloseable {

    private static final String MARKER = "waybill-guard-local-platform";
    private static final String LOCK = "lock";

    /** Longer than a process takes that stops in order because what started it is gone. */
    private static final Duration END_OF_AN_EARLIER_RUN = Duration.ofSeconds(40);

    private final Path path;
    private final FileChannel lock;
    private final Roster roster;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
        this.roster = new Roster(path.resolve("processes"));
    }

    /**
     * Takes the folder, and makes it where it is missing.
     *
     * @param fresh empty it
     * @throws StartFailed when another run has it, or a process of an earlier one does not end, or
     *     it is not empty and was not made here: then nothing in it is touched
     */
    static DataFolder open(Path path, boolean fresh) {
        return open(path, fresh, END_OF_AN_EARLIER_RUN);
    }

    static DataFolder open(Path path, boolean fresh, Duration patience) {
        try {
            Files.createDirectories(path);
            if (!Files.exists(path.resolve(MARKER)) && !isEmpty(path)) {
                throw new StartFailed(
                        path + " is not empty and not a data folder of the local platform");
            }
            Files.writeString(path.resolve(MARKER), "Made by deploy/local/up; may be deleted.\n");
            FileChannel lock = lock(path);
            DataFolder folder = new DataFolder(path, lock);
            try {
                folder.prepare(fresh, patience);
            } catch (IOException | StartFailed e) {
                folder.release();
                throw e;
            }
            return folder;
        } catch (IOException e) {
            throw new StartFailed("cannot use " + path + ": " + e, e);
        }
    }

    private void prepare(boolean fresh, Duration patience) throws IOException {
        roster.awaitEnd(patience);
        new OrphanedPostgres(postgres()).stop();
        if (fresh) {
            empty();
        }
        for (Path part : List.of(kafka(), state(), logs(), temporary())) {
            Files.createDirectories(part);
        }
    }

    /** Writes down a process of this run. */
    void remember(ManagedProcess process) {
        roster.add(process.name(), process.pid());
    }

    /** For whatever the processes unpack or keep for a while. */
    Path temporary() {
        return path.resolve("tmp");
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    /** Made by the order service. */
    Path postgres() {
        return path.resolve("postgres");
    }

    Path state() {
        return path.resolve("state");
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path paymentBook() {
        return path.resolve("payment-book.jsonl");
    }

    Path courierBook() {
        return path.resolve("courier-book.jsonl");
    }

    Path channelBook() {
        return path.resolve("channel-book.jsonl");
    }

    /** Nothing runs in it any more, whatever ended before its time; another run may take it. */
    @Override
    public void close() {
        try {
            new OrphanedPostgres(postgres()).stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            release();
        }
    }

    private void release() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void empty() throws IOException {
        try (Stream<Path> parts = Files.list(path)) {
            for (Path part : parts.filter(DataFolder::isState).toList()) {
                delete(part);
            }
        }
    }

    private static boolean isState(Path part) {
        String name = part.getFileName().toString();
        return !name.equals(MARKER) && !name.equals(LOCK);
    }

    private static void delete(Path part) throws IOException {
        try (Stream<Path> all = Files.walk(part)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (Stream<Path> parts = Files.list(path)) {
            return parts.findAny().isEmpty();
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new StartFailed(
                    "the platform already runs on "
                            + path
                            + ": stop it, or give another folder with --data");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
