package org.clientele.backend.db;

import java.util.List;
import java.util.Optional;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionBuilder;

/** Expressions over the columns of one table, for one query. */
final class Columns {
    private static final int MOST_IN_LIST = 1000;

    private final TableMetadata table;
    private final DatabaseFamily family;
    private final ExpressionBuilder entity;

    Columns(TableMetadata table, ExpressionBuilder entity) {
        this.table = table;
        this.family = table.family();
        this.entity = entity;
    }

    Expression parameter(String name) {
        return entity.getParameter(name, String.class);
    }

    Expression parameter(String name, Class<?> type) {
        return entity.getParameter(name, type);
    }

    /** The value as stored. */
    Expression stored(Column column) {
        return entity.get(column.name());
    }

    /** The value as text. */
    Expression text(Column column) {
        return column.kind() == ColumnKind.TEXT ? stored(column) : family.text(stored(column));
    }

    /** The lower-case text, which only equals the same code points. */
    Expression folded(Column column) {
        return family.fold(text(column));
    }

    /** The text, which only equals the same code points. */
    Expression exact(Column column) {
        return family.exact(text(column));
    }

    /** The lower-case text in an order by code point, computed. */
    Expression orderedFold(Column column) {
        return family.ordered(folded(column));
    }

    /** The same, from the generated column if there is one: what an index serves. */
    Expression key(Column column) {
        return table.keyOf(column).map(this::stored).orElseGet(() -> orderedFold(column));
    }

    Expression lowerParameter(String name) {
        return family.lower(parameter(name));
    }

    /** The text of {@link #folded} or {@link #exact}, the empty one where it is missing. */
    Expression present(Expression text) {
        return family.present(text);
    }

    Expression orderedParameter(String name) {
        return family.ordered(parameter(name));
    }

    /** Whether equality of {@link #key} says all. */
    boolean isExactKey(Column column) {
        Optional<Column> key = table.keyOf(column);
        return key.isEmpty() || family.isExactKey(key.get());
    }

    /** What orders rows by the column; the key alone where that is unique: an index then delivers the order by itself. */
    List<Expression> order(Column column) {
        if (table.keyOf(column).filter(table::isUnique).isPresent()) {
            return List.of(key(column));
        }
        return isExactKey(column)
                ? List.of(key(column), exact(column))
                : List.of(key(column), orderedFold(column), exact(column));
    }

    /** That the column has one of the values, without regard to case unless {@code caseSensitive}. */
    Expression isOneOf(Column column, List<String> parameters, boolean caseSensitive) {
        List<Expression> folded = parameters.stream()
                .map(name -> family.ordered(lowerParameter(name)))
                .toList();
        Expression condition = in(key(column), folded);
        if (!isExactKey(column)) {
            condition = condition.and(in(orderedFold(column), folded));
        }
        if (caseSensitive) {
            condition = condition.and(
                    in(exact(column), parameters.stream().map(this::parameter).toList()));
        }
        return condition;
    }

    /** Whether the column has no value, or an empty text. */
    Expression isEmpty(Column column) {
        return emptiness(column).equal(1);
    }

    /** 1 where the column has no value or an empty text, else 0: what is empty sorts behind the rest. */
    Expression emptiness(Column column) {
        return BoundFunction.of(exact(column), "CASE WHEN ", " LIKE '_%' THEN 0 ELSE 1 END");
    }

    /** That the left side equals one of the values; databases have bounds for the length of one list. */
    static Expression in(Expression left, List<Expression> values) {
        Expression condition = part(left, values.subList(0, Math.min(values.size(), MOST_IN_LIST)));
        for (int from = MOST_IN_LIST; from < values.size(); from += MOST_IN_LIST) {
            condition = condition.or(part(left, values.subList(from, Math.min(values.size(), from + MOST_IN_LIST))));
        }
        return condition;
    }

    private static Expression part(Expression left, List<Expression> values) {
        return values.size() == 1 ? left.equal(values.get(0)) : left.in(values);
    }
}
