package io.waybillguard.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

class CompressedOnDiskTest {

    private static final int ENTRIES = 2_000;
    private static final byte[] VALUE = "成都转运中心".repeat(20).getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;

    @Test
    void whatRepeatsTakesAFractionOfItsLength() throws Exception {
        CompressedOnDisk setter = new CompressedOnDisk();
        try (Options options = new Options().setCreateIfMissing(true)) {
            setter.setConfig("parcels", options, Map.of());
            try (RocksDB store = RocksDB.open(options, folder.toString());
                    FlushOptions flush = new FlushOptions()) {
                for (int entry = 0; entry < ENTRIES; entry++) {
                    store.put(Integer.toString(entry).getBytes(StandardCharsets.UTF_8), VALUE);
                }
                store.flush(flush);
                store.compactRange();
            }
            setter.close("parcels", options);
        }
        assertThat(tables()).isPositive().isLessThan((long) ENTRIES * VALUE.length / 4);
    }

    private long tables() throws Exception {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sst"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
