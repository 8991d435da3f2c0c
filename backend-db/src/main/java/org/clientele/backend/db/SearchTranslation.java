package org.clientele.backend.db;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.backend.db.SearchText.Use;
import org.clientele.spi.Criterion;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SearchSettings;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.TextPattern;
import org.eclipse.persistence.expressions.Expression;
import org.jspecify.annotations.Nullable;

/**
 * The condition of one query as an expression with parameters. Two queries of the same shape have the same expression and
 * differ in the values only; {@link QueryShape} walks the same way and collects shape and values.
 */
final class SearchTranslation {
    private final TableSettings settings;
    private final TableMetadata table;
    private final Columns columns;
    private final QueryForm form;
    private final Map<String, Class<?>> parameters = new LinkedHashMap<>();

    SearchTranslation(TableSettings settings, TableMetadata table, Columns columns, QueryForm form) {
        this.settings = settings;
        this.table = table;
        this.columns = columns;
        this.form = form;
    }

    /** The parameters and their types in the order in which {@link QueryShape} collects values. */
    Map<String, Class<?>> parameters() {
        return parameters;
    }

    /** The condition, null for none. */
    @Nullable
    Expression condition(SourceQuery query) {
        List<Expression> parts = new ArrayList<>();
        if (!isEverything(query.criterion())) {
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

    private static boolean isEverything(Criterion criterion) {
        return criterion instanceof Criterion.All
                || (criterion instanceof Criterion.Detailed detailed
                        && detailed.conditions().isEmpty()
                        && detailed.customerIds().isEmpty()
                        && detailed.excludedIds().isEmpty());
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
                    : matches(column, next(customer.pattern()), false);
        } else if (criterion instanceof Criterion.TextOfCustomer both) {
            Expression text = criterion(both.text());
            return text.and(criterion(both.customer()));
        } else if (criterion instanceof Criterion.Detailed detailed) {
            return FieldTerm.of(detailed, settings, table).stream()
                    .map(this::term)
                    .reduce(Expression::and)
                    .orElseThrow();
        }
        return email();
    }

    private Expression term(FieldTerm term) {
        Column column = term.column();
        return switch (term.test()) {
            case ONE_OF -> oneOf(term);
            case NONE_OF -> columns.not(oneOf(term));
            case IN_ARRAY -> inArray(column);
            case NOT_IN_ARRAY -> columns.not(inArray(column));
            case LIKE ->
                next(QueryShape.padded(term.values().size())).stream()
                        .map(parameter -> matches(column, List.of(parameter), false))
                        .reduce(Expression::or)
                        .orElseThrow();
            case EMPTY -> columns.isEmpty(column);
            case FILLED -> columns.isEmpty(column).not();
            case LESS -> columns.stored(column).lessThan(number());
            case AT_MOST -> columns.stored(column).lessThanEqual(number());
            case AT_LEAST -> columns.stored(column).greaterThanEqual(number());
            case GREATER -> columns.stored(column).greaterThan(number());
            case NEVER ->
                columns.stored(column).isNull().and(columns.stored(column).notNull());
        };
    }

    /** Text as searches compare it, everything else as it is kept. */
    private Expression oneOf(FieldTerm term) {
        int count = QueryShape.padded(term.values().size());
        boolean text = term.values().get(0) instanceof String;
        return text
                ? columns.isOneOf(
                        term.column(),
                        next(count),
                        settings.description().search().caseSensitive())
                : columns.in(
                        columns.stored(term.column()),
                        typed(count, term.column().kind().type()));
    }

    private Expression inArray(Column column) {
        return columns.isInArray(
                column, next(1).get(0), settings.description().search().caseSensitive());
    }

    private Expression number() {
        return typed(1, Long.class).get(0);
    }

    private List<Expression> typed(int count, Class<?> type) {
        return next(count, type).stream()
                .map(name -> columns.parameter(name, type))
                .toList();
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
        return word((SearchExpression.Word) expression, negated);
    }

    private Expression word(SearchExpression.Word word, boolean negated) {
        SearchSettings search = settings.description().search();
        SearchIndex index = table.searchIndex().over(form.searched());
        TextPattern pattern = word.pattern().between(search.prefix(), search.suffix());
        Use use = index.use(pattern, negated);
        Optional<Expression> text = use.ofText()
                ? index.served().map(served -> columns.isLike(served.expression(columns), next(1).get(0)))
                : Optional.empty();
        if (!use.ofFields()) {
            return text.orElseThrow();
        }
        Expression fields = inFields(next(pattern), negated);
        return text.map(t -> t.and(fields)).orElse(fields);
    }

    private Expression inFields(List<String> names, boolean negated) {
        return form.searched().stream()
                .map(column -> matches(column, names, negated))
                .reduce(Expression::or)
                .orElseThrow();
    }

    /** Under a negation a missing value has to count as an empty one: SQL's <i>unknown</i> would drop the row. */
    private Expression matches(Column column, List<String> names, boolean negated) {
        boolean caseSensitive = settings.description().search().caseSensitive();
        Expression like = columns.isLike(column, names.get(0), caseSensitive, negated && column.nullable());
        boolean bounded = names.size() > 1 && !negated && columns.hasIndexedKey(column);
        return bounded ? columns.isBetween(column, names.get(1), names.get(2)).and(like) : like;
    }

    private Expression behind() {
        Column ordered = form.ordered();
        List<String> names = next(2);
        Expression key = columns.keyParameter(names.get(0));
        Expression from = columns.key(ordered).greaterThanEqual(key);
        Expression sameKey = columns.orderedFold(ordered)
                .equal(key)
                .and(columns.whole(ordered).greaterThan(columns.wholeParameter(names.get(1))));
        return from.and(columns.orderedFold(ordered).greaterThan(key).or(sameKey));
    }

    private Optional<Expression> validity() {
        return table.column(settings.validColumn())
                .map(column -> columns.stored(column).equal(column.kind().parse("1")));
    }

    private Column id() {
        return table.required(settings.description().search().idField());
    }

    /** The pattern, and where it has bounds these too, as {@link QueryShape} has them. */
    private List<String> next(TextPattern pattern) {
        return next(Prefix.is(pattern) ? 3 : 1);
    }

    private List<String> next(int count) {
        return next(count, String.class);
    }

    private List<String> next(int count, Class<?> type) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = "p" + parameters.size();
            parameters.put(name, type);
            names.add(name);
        }
        return names;
    }
}
