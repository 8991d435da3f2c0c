package org.clientele.backend.db;

import java.util.ArrayList;
import java.util.List;
import org.clientele.backend.db.SearchText.Use;
import org.clientele.spi.Criterion;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SearchSettings;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceQuery.Position;
import org.clientele.spi.TextPattern;

/**
 * What a query is apart from its values, and its values: two queries with the same shape share one prepared statement.
 *
 * @param text a text that is equal for equal shapes
 * @param values the values in order
 */
record QueryShape(String text, List<Object> values) {

    /** The shape and values of a query for at most {@code rows} rows. */
    static QueryShape of(SourceQuery query, QueryForm form, TableSettings settings, TableMetadata table, int rows) {
        Walk walk = new Walk(form, settings, table);
        walk.criterion(query.criterion());
        query.after().ifPresent(position -> {
            walk.shape.append(position.equals(UnitOrder.FIRST) ? " from" : " after");
            Position bound = table.family().bound(position);
            walk.add(bound.key());
            walk.add(bound.id());
        });
        walk.shape.append(query.includeInvalid() ? " all " : " valid ").append(rows);
        return new QueryShape(walk.shape.toString(), walk.values);
    }

    /** How many values a list of this size is filled up to, so that few shapes arise. */
    static int padded(int size) {
        return size <= 1 ? 1 : Integer.highestOneBit(size - 1) << 1;
    }

    private static final class Walk {
        private final TableSettings settings;
        private final TableMetadata table;
        private final SearchIndex index;
        private final SearchSettings search;
        private final StringBuilder shape = new StringBuilder();
        private final List<Object> values = new ArrayList<>();

        Walk(QueryForm form, TableSettings settings, TableMetadata table) {
            this.settings = settings;
            this.table = table;
            this.index = table.searchIndex().over(form.searched());
            this.search = settings.description().search();
        }

        void criterion(Criterion criterion) {
            if (criterion instanceof Criterion.Text text) {
                expression(text.expression(), false);
            } else if (criterion instanceof Criterion.Ids ids) {
                ids(List.copyOf(ids.ids()));
            } else if (criterion instanceof Criterion.CustomerId customer) {
                shape.append("customer");
                customer(customer.pattern());
            } else if (criterion instanceof Criterion.TextOfCustomer both) {
                criterion(both.text());
                shape.append(" of ");
                criterion(both.customer());
            } else if (criterion instanceof Criterion.Email email) {
                shape.append("email");
                add(email.address());
            } else if (criterion instanceof Criterion.Detailed detailed) {
                FieldTerm.of(detailed, settings, table).forEach(this::term);
            }
        }

        private void customer(TextPattern pattern) {
            if (pattern.isExact()) {
                add(pattern.literals().get(0));
            } else {
                pattern(pattern);
            }
        }

        private void pattern(TextPattern pattern) {
            shape.append(Prefix.is(pattern) ? 'p' : 'w');
            add(Likeness.of(pattern, table.family()));
            if (Prefix.is(pattern)) {
                Prefix.bounds(pattern, table.family()).forEach(this::add);
            }
        }

        private void ids(List<String> ids) {
            shape.append("ids").append(padded(ids.size()));
            addPadded(ids);
        }

        private void term(FieldTerm term) {
            shape.append(term.shape());
            addPadded(term.values());
        }

        private void addPadded(List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(list.get(i));
            }
            for (int i = list.size(); i > 0 && i < padded(list.size()); i++) {
                add(list.get(list.size() - 1));
            }
        }

        private void expression(SearchExpression expression, boolean negated) {
            if (expression instanceof SearchExpression.Not not) {
                shape.append('!');
                expression(not.operand(), true);
            } else if (expression instanceof SearchExpression.And and) {
                operands('&', and.operands(), negated);
            } else if (expression instanceof SearchExpression.Or or) {
                operands('|', or.operands(), negated);
            } else if (expression instanceof SearchExpression.Word word) {
                word(word.pattern().between(search.prefix(), search.suffix()), negated);
            }
        }

        private void operands(char operator, List<SearchExpression> operands, boolean negated) {
            shape.append(operator).append('(');
            operands.forEach(operand -> expression(operand, negated));
            shape.append(')');
        }

        private void word(TextPattern pattern, boolean negated) {
            Use use = index.use(pattern, negated);
            shape.append(use.letter());
            if (use.ofText()) {
                add(Likeness.of(SearchText.within(pattern), table.family()));
            }
            if (use.ofFields()) {
                pattern(pattern);
            }
        }

        private void add(Object value) {
            values.add(value instanceof String text ? table.family().searchable(text) : value);
        }
    }
}
