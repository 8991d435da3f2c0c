package org.clientele.backend.db;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns that say who wrote a record and when. */
final class Audit {
    static final List<String> COLUMNS = List.of("create_time", "create_by", "change_time", "change_by");

    private final TableSettings settings;
    private final TableMetadata table;

    Audit(TableSettings settings, TableMetadata table) {
        this.settings = settings;
        this.table = table;
    }

    /** The values for a new record. */
    Map<Column, Object> creation(String actor) {
        return values(COLUMNS, actor);
    }

    /** The values for a changed record. */
    Map<Column, Object> change(String actor) {
        return values(COLUMNS.subList(2, 4), actor);
    }

    private Map<Column, Object> values(List<String> names, String actor) {
        Map<Column, Object> values = new LinkedHashMap<>();
        if (!settings.foreign()) {
            Timestamp now = Timestamp.from(Instant.now());
            for (String name : names) {
                Column column = table.required(name);
                values.put(column, name.endsWith("_time") ? time(column, now) : who(column, actor));
            }
        }
        return values;
    }

    private static Object time(Column column, Timestamp now) {
        return column.kind() == ColumnKind.INTEGER ? (Object) (now.getTime() / 1000) : now;
    }

    private Object who(Column column, String actor) {
        if (column.kind() != ColumnKind.TEXT) {
            return (long) settings.auditUser();
        }
        int most = column.size().orElse(Integer.MAX_VALUE);
        return actor.codePointCount(0, actor.length()) <= most
                ? actor
                : actor.substring(0, actor.offsetByCodePoints(0, most));
    }
}
