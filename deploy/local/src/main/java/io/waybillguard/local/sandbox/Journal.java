package io.waybillguard.local.sandbox;

import io.waybillguard.events.json.EventJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * A file of JSON lines that only grows. A last line that a crash cut short is passed over.
 *
 * <p>Each line is handed to the system before {@link #append} returns: it survives the death of the
 * process, not of the machine.
 */
final class Journal<T> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Journal.class);

    private final List<T> lines;
    private final BufferedWriter writer;

    private Journal(List<T> lines, BufferedWriter writer) {
        this.lines = lines;
        this.writer = writer;
    }

    /**
     * Reads {@code file}, or makes it.
     *
     * @throws UncheckedIOException when it can be neither read nor made
     */
    static <T> Journal<T> open(Path file, Class<T> type) {
        try {
            List<T> lines = new ArrayList<>();
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    read(line, type, lines);
                }
            }
            BufferedWriter writer =
                    Files.newBufferedWriter(
                            file,
                            StandardCharsets.UTF_8,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND);
            if (isCutShort(file)) {
                writer.append('\n').flush();
            }
            return new Journal<>(lines, writer);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a book in " + file, e);
        }
    }

    private static boolean isCutShort(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            if (channel.size() == 0) {
                return false;
            }
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.position(channel.size() - 1).read(last);
            return last.get(0) != '\n';
        }
    }

    private static <T> void read(String line, Class<T> type, List<T> lines) {
        if (line.isBlank()) {
            return;
        }
        try {
            lines.add(EventJson.mapper().readValue(line, type));
        } catch (JacksonException e) {
            log.warn("a line of a book cannot be read and is passed over");
        }
    }

    synchronized void append(T line) {
        try {
            writer.append(EventJson.mapper().writeValueAsString(line)).append('\n').flush();
            lines.add(line);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a book", e);
        }
    }

    /** All lines so far, oldest first. */
    synchronized List<T> lines() {
        return List.copyOf(lines);
    }

    synchronized int size() {
        return lines.size();
    }

    @Override
    public synchronized void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close a book", e);
        }
    }
}
