package io.waybillguard.orders.projection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement of the projection. Writes to one table keep their order; those to different tables
 * do not depend on each other.
 *
 * @param table for grouping
 * @param arguments as JDBC takes them
 */
record Write(String table, String sql, List<@Nullable Object> arguments) {

    static Write to(String table, String sql, @Nullable Object... values) {
        List<@Nullable Object> arguments = new ArrayList<>(values.length);
        for (Object value : values) {
            arguments.add(plain(value));
        }
        return new Write(table, sql, arguments);
    }

    /** Instants in UTC, names of enums, texts without the NUL that PostgreSQL does not store. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Enum<?> name -> name.name();
            case String text -> text.replace("\0", "");
            default -> value;
        };
    }
}
