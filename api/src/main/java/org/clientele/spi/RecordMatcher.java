package org.clientele.spi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.clientele.Validity;
import org.clientele.field.Field;
import org.clientele.field.Fields;

/**
 * Decides in memory whether a record matches a query: for storages that cannot search by themselves, such as files and
 * services without a query language. Search fields that the map does not have cannot be matched, because records do not
 * carry them.
 */
public final class RecordMatcher {
    private final SourceDescription source;

    public RecordMatcher(SourceDescription source) {
        this.source = source;
    }

    /** Whether the record belongs to the answer to a query, limit and order aside. */
    public boolean matches(SourceRecord record, SourceQuery query) {
        boolean valid = query.includeInvalid() || record.validity() == Validity.VALID;
        boolean behind = query.after()
                .map(after -> record.position().compareTo(after) > 0)
                .orElse(true);
        return valid && behind && matches(record, query.criterion());
    }

    private boolean matches(SourceRecord record, Criterion criterion) {
        if (criterion instanceof Criterion.Text text) {
            return matches(values(record, source.search().searchFields()), text.expression());
        }
        if (criterion instanceof Criterion.Ids ids) {
            return ids.ids().stream().anyMatch(id -> equal(id, record.id()));
        }
        if (criterion instanceof Criterion.CustomerId customer) {
            List<String> values = record.fields().getOrDefault(Fields.CUSTOMER, List.of());
            return values.stream().anyMatch(value -> matches(value, customer.pattern()));
        }
        if (criterion instanceof Criterion.Email email) {
            return values(record, source.search().postMasterFields()).stream()
                    .anyMatch(value -> OrderKey.of(value).equals(OrderKey.of(email.address())));
        }
        return true;
    }

    private boolean matches(Collection<String> values, SearchExpression expression) {
        if (expression instanceof SearchExpression.And and) {
            return and.operands().stream().allMatch(operand -> matches(values, operand));
        }
        if (expression instanceof SearchExpression.Or or) {
            return or.operands().stream().anyMatch(operand -> matches(values, operand));
        }
        if (expression instanceof SearchExpression.Not not) {
            return !matches(values, not.operand());
        }
        SearchExpression.Word word = (SearchExpression.Word) expression;
        TextPattern pattern =
                word.pattern().between(source.search().prefix(), source.search().suffix());
        return values.stream().anyMatch(value -> !value.isEmpty() && matches(value, pattern));
    }

    private boolean matches(String value, TextPattern pattern) {
        String text = normal(value);
        List<String> literals = pattern.literals().stream().map(this::normal).toList();
        if (pattern.isExact()) {
            return text.equals(literals.get(0));
        }
        String first = literals.get(0);
        String last = literals.get(literals.size() - 1);
        if (!text.startsWith(first) || !text.endsWith(last) || text.length() < first.length() + last.length()) {
            return false;
        }
        int end = text.length() - last.length();
        int from = first.length();
        for (String literal : literals.subList(1, literals.size() - 1)) {
            int at = text.indexOf(literal, from);
            if (at < 0 || at + literal.length() > end) {
                return false;
            }
            from = at + literal.length();
        }
        return from <= end;
    }

    private boolean equal(String one, String other) {
        return normal(one).equals(normal(other));
    }

    private String normal(String text) {
        return source.search().caseSensitive() ? text : OrderKey.of(text);
    }

    private List<String> values(SourceRecord record, List<String> storages) {
        Map<String, List<String>> fields = record.fields();
        return storages.stream()
                .flatMap(storage -> source.fields().stream()
                        .filter(field -> field.storage().equalsIgnoreCase(storage))
                        .map(Field::variable))
                .flatMap(variable -> fields.getOrDefault(variable, List.of()).stream())
                .toList();
    }
}
