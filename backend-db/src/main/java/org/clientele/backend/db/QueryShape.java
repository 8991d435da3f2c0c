package org.clientele.backend.db;

import java.util.ArrayList;
import java.util.List;
import org.clientele.backend.db.SearchText.Use;
import org.clientele.spi.Criterion;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SearchSettings;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.TextPattern;

/**
 * What a query is apart from its values, and its values: two queries with the same shape share one prepared statement.
 *
 * @param text a text that is equal for equal shapes
 * @param values the values in order
 */
record QueryShape(String text, List<String> values) {

    /** The shape and values of a query for at most {@code rows} rows. */
    static QueryShape of(SourceQuery query, SearchSettings search, TableMetadata table, int rows) {
        Walk walk = new Walk(search, table);
        walk.criterion(query.criterion());
        query.after().ifPresent(position -> {
            walk.shape.append(" after");
            walk.add(position.key());
            walk.add(position.id());
        });
        walk.shape.append(query.includeInvalid() ? " all " : " valid ").append(rows);
        return new QueryShape(walk.shape.toString(), walk.values);
    }

    /** How many values a list of this size is filled up to, so that few shapes arise. */
    static int padded(int size) {
        return size <= 1 ? 1 : Integer.highestOneBit(size - 1) << 1;
    }

    private static final class Walk {
        private final SearchSettings search;
        private final TableMetadata table;
        private final StringBuilder shape = new StringBuilder();
        private final List<String> values = new ArrayList<>();

        Walk(SearchSettings search, TableMetadata table) {
            this.search = search;
            this.table = table;
        }

        void criterion(Criterion criterion) {
            if (criterion instanceof Criterion.Text text) {
                expression(text.expression(), false);
            } else if (criterion instanceof Criterion.Ids ids) {
                ids(List.copyOf(ids.ids()));
            } else if (criterion instanceof Criterion.CustomerId customer) {
                boolean whole = SearchTranslation.isWhole(customer.pattern());
                shape.append(whole ? "customer" : "customers");
                add(whole ? customer.pattern().literals().get(0) : like(customer.pattern()));
            } else if (criterion instanceof Criterion.Email email) {
                shape.append("email");
                add(email.address());
            }
        }

        private void ids(List<String> ids) {
            int count = padded(ids.size());
            shape.append("ids").append(count);
            for (int i = 0; i < count; i++) {
                add(ids.get(Math.min(i, ids.size() - 1)));
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
            Use use = table.searchIndex().use(pattern, negated);
            shape.append(use.letter());
            if (use.ofText()) {
                add(like(SearchText.within(pattern)));
            }
            if (use.ofFields()) {
                add(notEmpty(like(pattern)));
            }
        }

        private void add(String value) {
            values.add(table.family().searchable(value));
        }

        /** Any text at all is asked for: an empty field, which contains nothing, does not count. */
        private static String notEmpty(String pattern) {
            return pattern.equals("%") ? "_%" : pattern;
        }

        private static String like(TextPattern pattern) {
            return pattern.render(Walk::escaped, "%");
        }

        private static String escaped(String literal) {
            return literal.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        }
    }
}
