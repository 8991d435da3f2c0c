package org.clientele.backend.db;

import java.util.ArrayList;
import java.util.List;
import org.clientele.InvalidInputException;
import org.clientele.field.Field;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.queries.UpdateAllQuery;
import org.jspecify.annotations.Nullable;

/** One conditional change: that the record is still as it was read, and all values, which are bound. */
final class Comparison {
    private final Columns columns;
    private final DatabaseFamily family;
    private final List<Class<?>> types = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Comparison(Columns columns, DatabaseFamily family) {
        this.columns = columns;
        this.family = family;
    }

    /** That the record has exactly this id; by the key too, which has an index. */
    Expression sameId(Column id, String value) {
        Expression key = columns.isOneOf(id, List.of(text(value)), false);
        return key.and(columns.whole(id).equal(columns.wholeParameter(text(value))));
    }

    /** That a column has this text, in whatever case or exactly so. */
    Expression same(Column column, String value, boolean anyCase) {
        return anyCase ? columns.isOneOf(column, List.of(text(value)), false) : sameId(column, value);
    }

    /** That a column has another text, be it by case alone. */
    Expression another(Column column, String value) {
        return columns.whole(column).notEqual(columns.wholeParameter(text(value)));
    }

    /** That a column's key is not behind this one. */
    Expression upTo(Column column, String key) {
        return columns.key(column).lessThanEqual(columns.keyParameter(name(String.class, key)));
    }

    /** That a field still has this value; a missing value and an empty text are the same. */
    Expression unchanged(Field field, Column column, String before) throws InvalidInputException {
        if (column.kind() == ColumnKind.TEXT) {
            Expression same = columns.whole(column).equal(columns.wholeParameter(text(before)));
            return before.isEmpty() ? columns.stored(column).isNull().or(same) : same;
        }
        Object value = before.isEmpty() ? null : FieldValue.parsed(field, column, before);
        return value == null
                ? columns.stored(column).isNull()
                : columns.stored(column)
                        .equal(columns.parameter(
                                name(column.kind().type(), value), column.kind().type()));
    }

    /** Sets a column; a constant would be written into the statement by some platforms. */
    void write(UpdateAllQuery update, Column column, @Nullable Object value) {
        Class<?> type = column.kind().type();
        Expression bound = value == null ? null : columns.parameter(name(type, value), type);
        update.addUpdate(columns.stored(column), bound);
    }

    /** Declares the parameters in the order of {@link #values}. */
    void declare(DatabaseQuery query) {
        for (int i = 0; i < types.size(); i++) {
            query.addArgument("p" + i, types.get(i));
        }
    }

    List<Object> values() {
        return values;
    }

    private String text(String value) {
        return name(String.class, family.searchable(value));
    }

    private String name(Class<?> type, Object value) {
        types.add(type);
        values.add(value);
        return "p" + (values.size() - 1);
    }
}
