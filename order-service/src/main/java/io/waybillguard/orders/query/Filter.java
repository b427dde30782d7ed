package io.waybillguard.orders.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list's where-clause, built from fixed conditions; values only ever travel as parameters. */
final class Filter {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    Filter always(String condition) {
        conditions.add(condition);
        return this;
    }

    /** {@code expression = value}, where a value is asked for. */
    Filter equal(String expression, String name, @Nullable Object value) {
        return given(expression + " = :" + name, name, value);
    }

    /** A condition on the parameter {@code name}, where a value is asked for. */
    Filter given(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value instanceof Enum<?> constant ? constant.name() : value);
        }
        return this;
    }

    /** One page of {@code select from where order}, with the total. */
    <T> Page<T> page(
            JdbcClient jdbc,
            String select,
            String from,
            String order,
            PageRequest page,
            RowMapper<T> mapper) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        long total =
                jdbc.sql("select count(*) from " + from + where)
                        .params(values)
                        .query(Long.class)
                        .single();
        List<T> items =
                jdbc.sql(
                                "select %s from %s%s order by %s limit :limit offset :offset"
                                        .formatted(select, from, where, order))
                        .params(values)
                        .param("limit", page.size())
                        .param("offset", (long) page.page() * page.size())
                        .query(mapper)
                        .list();
        return new Page<>(items, page.page(), page.size(), total);
    }
}
