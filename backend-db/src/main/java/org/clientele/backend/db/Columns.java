package org.clientele.backend.db;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionBuilder;

/** Expressions over the columns of one table, for one query. */
final class Columns {
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
        return family.typed(entity.getParameter(name, type), type);
    }

    /** The value as stored. */
    Expression stored(Column column) {
        return entity.get(column.name());
    }

    /** The value as text. */
    Expression text(Column column) {
        return column.kind() == ColumnKind.TEXT ? stored(column) : family.text(stored(column));
    }

    /** The lower-case text, to compare with patterns. */
    Expression folded(Column column) {
        return family.fold(text(column));
    }

    /** The text, to compare with patterns. */
    Expression exact(Column column) {
        return family.exact(text(column));
    }

    /** The text, to compare with {@link #wholeParameter}: it only equals the same code points. */
    Expression whole(Column column) {
        return family.whole(exact(column));
    }

    Expression wholeParameter(String name) {
        return family.wholeOf(parameter(name));
    }

    /** The lower-case text in an order by code point, computed. */
    Expression orderedFold(Column column) {
        return family.ordered(folded(column));
    }

    /** The same, from the generated column if there is one: what an index serves. */
    Expression key(Column column) {
        return table.keyOf(column).map(this::stored).orElseGet(() -> orderedFold(column));
    }

    /** That the column's text is like the pattern, without regard to case unless {@code caseSensitive}. */
    Expression isLike(Column column, String parameter, boolean caseSensitive, boolean mayBeMissing) {
        Expression text = caseSensitive ? exact(column) : folded(column);
        Expression pattern = caseSensitive ? parameter(parameter) : family.lower(parameter(parameter));
        return mayBeMissing ? family.likeIfPresent(text, pattern) : family.like(text, pattern);
    }

    /** That a text in lower case is like the pattern, without regard to case. */
    Expression isLike(Expression lowerText, String parameter) {
        return family.like(lowerText, family.lower(parameter(parameter)));
    }

    /** Whether an index can serve {@link #key}. */
    boolean hasIndexedKey(Column column) {
        return family.indexesExpressions() || table.keyOf(column).isPresent();
    }

    /** That the column's key is from one text's to another's. */
    Expression isBetween(Column column, String from, String to) {
        Expression key = key(column);
        return key.greaterThanEqual(family.keyOf(parameter(from))).and(key.lessThan(family.keyOf(parameter(to))));
    }

    /** A key as a source delivered it, to compare with {@link #key} and {@link #orderedFold}. */
    Expression keyParameter(String name) {
        return family.key(parameter(name));
    }

    /** Whether equality of {@link #key} says all. */
    boolean isExactKey(Column column) {
        Optional<Column> key = table.keyOf(column);
        return key.isEmpty() || family.isExactKey(key.get());
    }

    /** What orders rows by the column; the key alone where that is unique: an index then delivers the order by itself. */
    List<Expression> order(Column column) {
        if (table.isUniqueByKey(column)) {
            return List.of(key(column));
        }
        return isExactKey(column)
                ? List.of(key(column), whole(column))
                : List.of(key(column), orderedFold(column), whole(column));
    }

    /** That the column has one of the values, without regard to case unless {@code caseSensitive}. */
    Expression isOneOf(Column column, List<String> parameters, boolean caseSensitive) {
        return isAmong(
                column,
                caseSensitive,
                (left, change) -> in(
                        left,
                        parameters.stream().map(this::parameter).map(change).toList()));
    }

    /** The same for values that are one parameter, a JSON array. */
    Expression isInArray(Column column, String parameter, boolean caseSensitive) {
        return isAmong(column, caseSensitive, (left, change) -> family.isElement(left, change, parameter(parameter)));
    }

    /** That something equals one of some values of which something is made before. */
    private interface Among {
        Expression equal(Expression left, UnaryOperator<Expression> change);
    }

    private Expression isAmong(Column column, boolean caseSensitive, Among values) {
        Expression condition = values.equal(key(column), family::keyOf);
        if (!isExactKey(column)) {
            condition = condition.and(values.equal(orderedFold(column), family::keyOf));
        }
        if (table.keyOf(column).isEmpty() && table.ignoresCase(column)) {
            // says less than the rest, but an ordinary index serves it
            condition = values.equal(stored(column), value -> value).and(condition);
        }
        return caseSensitive ? condition.and(values.equal(whole(column), family::wholeOf)) : condition;
    }

    /** Whether the column has no value, or an empty text. */
    Expression isEmpty(Column column) {
        return emptiness(column).equal(1);
    }

    /** The contrary, in the words that a database with statistics of the column understands. */
    Expression isFilled(Column column) {
        return BoundFunction.of(exact(column), "", " LIKE '_%'");
    }

    /** 1 where the column has no value or an empty text, else 0: what is empty sorts behind the rest. */
    Expression emptiness(Column column) {
        return BoundFunction.of(exact(column), "CASE WHEN ", " LIKE '_%' THEN 0 ELSE 1 END");
    }

    /** That the left side equals one of the values; databases have bounds for the length of one list. */
    Expression in(Expression left, List<Expression> values) {
        int most = Math.min(values.size(), family.longestList());
        Expression condition = part(left, values.subList(0, most));
        for (int from = most; from < values.size(); from += most) {
            condition = condition.or(part(left, values.subList(from, Math.min(values.size(), from + most))));
        }
        return condition;
    }

    Expression not(Expression condition) {
        return family.not(condition);
    }

    private static Expression part(Expression left, List<Expression> values) {
        return values.size() == 1 ? left.equal(values.get(0)) : left.in(values);
    }
}
