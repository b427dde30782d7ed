package io.waybillguard.orders.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows and the offsets they came from, in one transaction. */
final class ProjectionStore {
    private static final String OFFSET =
            """
            insert into projection_offsets (topic, "partition", next_offset) values (?, ?, ?)
            on conflict (topic, "partition") do update set next_offset = excluded.next_offset
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    ProjectionStore(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Where to read on, of every partition read before. */
    Map<TopicPartition, Long> offsets() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        jdbc.query(
                "select topic, \"partition\", next_offset from projection_offsets",
                row -> {
                    offsets.put(
                            new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
                });
        return offsets;
    }

    /** All or nothing. */
    void write(List<Write> writes, Map<TopicPartition, Long> offsets) {
        transaction.executeWithoutResult(_ -> {
            byTable(writes).values().forEach(this::writeInOrder);
            jdbc.batchUpdate(OFFSET, offsetRows(offsets));
        });
    }

    private static Map<String, List<Write>> byTable(List<Write> writes) {
        Map<String, List<Write>> byTable = new LinkedHashMap<>();
        for (Write write : writes) {
            byTable.computeIfAbsent(write.table(), _ -> new ArrayList<>()).add(write);
        }
        return byTable;
    }

    /** Neighbours with the same statement go to the database as one batch. */
    private void writeInOrder(List<Write> writes) {
        List<@Nullable Object[]> run = new ArrayList<>();
        String sql = writes.getFirst().sql();
        for (Write write : writes) {
            if (!write.sql().equals(sql)) {
                jdbc.batchUpdate(sql, run);
                run = new ArrayList<>();
                sql = write.sql();
            }
            run.add(write.arguments().toArray());
        }
        jdbc.batchUpdate(sql, run);
    }

    private static List<Object[]> offsetRows(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream()
                .map(entry ->
                        new Object[] {
                            entry.getKey().topic(), entry.getKey().partition(), entry.getValue()
                        })
                .toList();
    }
}
