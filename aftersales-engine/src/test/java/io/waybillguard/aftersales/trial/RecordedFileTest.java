package io.waybillguard.aftersales.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.aftersales.backtest.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedFileTest {

    private static final int ORDERS = 50;

    @TempDir private Path dir;

    private static String paid(int order, int second) {
        return """
        {"topic":"orders.v1","at":"2026-11-10T03:00:%02dZ","event":{"type":"order.paid.v1",\
        "orderId":"o-%d","paid":5000,"at":"2026-11-10T03:00:01Z"}}
        """
                .formatted(second, order);
    }

    private BacktestFolder folder() throws IOException {
        StringBuilder lines = new StringBuilder("{}\n");
        for (int second = 0; second < 4; second++) {
            for (int order = 0; order < ORDERS; order++) {
                lines.append(paid(order, second));
            }
        }
        BacktestFolder folder = new BacktestFolder(dir.resolve("one"));
        Files.writeString(folder.input(), lines);
        return folder;
    }

    private static Map<String, Integer> read(
            BacktestFolder folder, int recordsAtMost, long shareBytes, Progress progress)
            throws IOException {
        Map<String, Integer> orders = new TreeMap<>();
        new RecordedFile(folder, recordsAtMost, shareBytes, Instant.EPOCH)
                .read(
                        (order, records, until) -> {
                            assertThat(records)
                                    .extracting(Recorded::at)
                                    .isSorted()
                                    .allMatch(at -> at.isBefore(until));
                            assertThat(orders.put(order.value(), records.size())).isNull();
                        },
                        progress);
        return orders;
    }

    @Test
    void aLargeFileIsReadInSharesThatEachHoldWholeOrders() throws IOException {
        BacktestFolder folder = folder();
        Progress progress = new Progress();

        // all at once are more than memory may hold
        Map<String, Integer> orders = read(folder, 2 * ORDERS, 4000, progress);

        assertThat(orders).hasSize(ORDERS).allSatisfy((_, count) -> assertThat(count).isEqualTo(4));
        assertThat(orders).isEqualTo(read(folder, 4 * ORDERS, Long.MAX_VALUE, new Progress()));
        assertThat(progress.read()).isEqualTo(progress.of());
    }

    @Test
    void nothingIsLeftOfTheSharesOnceTheInputIsRemoved() throws IOException {
        BacktestFolder folder = folder();
        read(folder, 2 * ORDERS, 4000, new Progress());

        folder.removeInput();

        assertThat(dir.resolve("one")).isEmptyDirectory();
    }
}
