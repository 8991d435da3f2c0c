package org.clientele.backend.db;

import java.util.ArrayList;
import java.util.List;
import org.clientele.spi.Criterion;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SearchSettings;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.TextPattern;
import org.eclipse.persistence.expressions.Expression;

/**
 * The condition of one query as an expression with parameters. Two queries of the same shape have the same expression and
 * differ in the values only; {@link QueryShape} walks the same way and collects shape and values.
 */
final class SearchTranslation {
    private final TableSettings settings;
    private final TableMetadata table;
    private final Columns columns;
    private final List<String> parameters = new ArrayList<>();

    SearchTranslation(TableSettings settings, TableMetadata table, Columns columns) {
        this.settings = settings;
        this.table = table;
        this.columns = columns;
    }

    /** The names of the parameters in the order in which {@link QueryShape} collects values. */
    List<String> parameters() {
        return parameters;
    }

    /** The condition, null for none. */
    @org.jspecify.annotations.Nullable
    Expression condition(SourceQuery query) {
        List<Expression> parts = new ArrayList<>();
        if (!(query.criterion() instanceof Criterion.All)) {
            parts.add(criterion(query.criterion()));
        }
        if (query.after().isPresent()) {
            // of several bounds on the key Derby begins at the first
            boolean atStart = query.after().get().equals(UnitOrder.FIRST);
            parts.add(atStart ? parts.size() : 0, behind());
        }
        if (!query.includeInvalid()) {
            validity().ifPresent(parts::add);
        }
        return parts.stream().reduce(Expression::and).orElse(null);
    }

    private Expression criterion(Criterion criterion) {
        boolean caseSensitive = settings.description().search().caseSensitive();
        if (criterion instanceof Criterion.Text text) {
            return text(text.expression(), false);
        } else if (criterion instanceof Criterion.Ids ids) {
            return columns.isOneOf(id(), next(QueryShape.padded(ids.ids().size())), caseSensitive);
        } else if (criterion instanceof Criterion.CustomerId customer) {
            Column column = table.required(settings.customerColumn());
            return customer.pattern().isExact()
                    ? columns.isOneOf(column, next(1), caseSensitive)
                    : matches(column, parameters(customer.pattern()), false);
        }
        return email();
    }

    private Expression email() {
        String parameter = next(1).get(0);
        return settings.description().search().postMasterFields().stream()
                .map(field -> columns.isOneOf(table.required(field), List.of(parameter), false))
                .reduce(Expression::or)
                .orElseThrow();
    }

    private Expression text(SearchExpression expression, boolean negated) {
        if (expression instanceof SearchExpression.Not not) {
            return text(not.operand(), true).not();
        } else if (expression instanceof SearchExpression.And and) {
            return and.operands().stream()
                    .map(e -> text(e, negated))
                    .reduce(Expression::and)
                    .orElseThrow();
        } else if (expression instanceof SearchExpression.Or or) {
            return or.operands().stream()
                    .map(e -> text(e, negated))
                    .reduce(Expression::or)
                    .orElseThrow();
        }
        TextPattern pattern = ((SearchExpression.Word) expression).pattern();
        SearchSettings search = settings.description().search();
        List<String> parameters = parameters(pattern.between(search.prefix(), search.suffix()));
        return settings.description().search().searchFields().stream()
                .map(field -> matches(table.required(field), parameters, negated))
                .reduce(Expression::or)
                .orElseThrow();
    }

    /** Under a negation a missing value has to count as an empty one: SQL's <i>unknown</i> would drop the row. */
    private Expression matches(Column column, List<String> parameters, boolean negated) {
        boolean caseSensitive = settings.description().search().caseSensitive();
        Expression like = columns.isLike(column, parameters.get(0), caseSensitive, negated && column.nullable());
        boolean bounded = parameters.size() > 1 && !negated && columns.hasIndexedKey(column);
        return bounded
                ? columns.isBetween(column, parameters.get(1), parameters.get(2))
                        .and(like)
                : like;
    }

    /** The pattern, and where it has bounds these too, as {@link QueryShape} has them. */
    private List<String> parameters(TextPattern pattern) {
        return next(Prefix.is(pattern) ? 3 : 1);
    }

    private Expression behind() {
        List<String> names = next(2);
        Expression key = columns.keyParameter(names.get(0));
        Expression from = columns.key(id()).greaterThanEqual(key);
        Expression sameKey = columns.orderedFold(id())
                .equal(key)
                .and(columns.whole(id()).greaterThan(columns.wholeParameter(names.get(1))));
        return from.and(columns.orderedFold(id()).greaterThan(key).or(sameKey));
    }

    private java.util.Optional<Expression> validity() {
        return table.column(settings.validColumn())
                .map(column -> columns.stored(column).equal(column.kind().parse("1")));
    }

    private Column id() {
        return table.required(settings.description().search().idField());
    }

    private List<String> next(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = "p" + parameters.size();
            parameters.add(name);
            names.add(name);
        }
        return names;
    }
}
