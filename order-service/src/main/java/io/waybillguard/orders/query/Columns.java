package io.waybillguard.orders.query;

import io.waybillguard.events.json.EventJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Columns as the values they hold. */
final class Columns {
    private Columns() {}

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static Instant theInstant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    static <E extends Enum<E>> @Nullable E name(ResultSet row, String column, Class<E> names)
            throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(names, name);
    }

    static <E extends Enum<E>> E theName(ResultSet row, String column, Class<E> names)
            throws SQLException {
        return Enum.valueOf(names, row.getString(column));
    }

    static <T> @Nullable T json(ResultSet row, String column, Class<T> type) throws SQLException {
        String json = row.getString(column);
        return json == null ? null : EventJson.mapper().readValue(json, type);
    }

    static <T> List<T> list(ResultSet row, String column, TypeReference<List<T>> type)
            throws SQLException {
        String json = row.getString(column);
        return json == null ? List.of() : EventJson.mapper().readValue(json, type);
    }
}
