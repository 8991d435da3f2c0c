package org.clientele.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.clientele.Condition;
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

    /**
     * Whether the record belongs to the answer to a query, limit and order aside. Whoever goes through many records takes
     * {@link #matching}.
     */
    public boolean matches(SourceRecord record, SourceQuery query) {
        return matching(query).test(record);
    }

    /** The same for many records: what a query names is prepared once. */
    public Predicate<SourceRecord> matching(SourceQuery query) {
        Predicate<SourceRecord> criterion = matching(query.criterion());
        return record -> {
            boolean valid = query.includeInvalid() || record.validity() == Validity.VALID;
            boolean behind = query.after()
                    .map(after -> record.position().compareTo(after) > 0)
                    .orElse(true);
            return valid && behind && criterion.test(record);
        };
    }

    /**
     * Whether a free text finds one of these values, with the source's prefix and suffix around each word.
     *
     * @param values the values of one or more fields; empty ones contain nothing
     */
    public boolean matches(Collection<String> values, SearchExpression expression) {
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

    private Predicate<SourceRecord> matching(Criterion criterion) {
        if (criterion instanceof Criterion.Text text) {
            return record -> matches(values(record, source.search().searchFields()), text.expression());
        }
        if (criterion instanceof Criterion.Ids ids) {
            Predicate<String> wanted = isOneOf(ids.ids());
            return record -> wanted.test(record.id());
        }
        if (criterion instanceof Criterion.CustomerId customer) {
            return record ->
                    values(record, Fields.CUSTOMER).stream().anyMatch(value -> matches(value, customer.pattern()));
        }
        if (criterion instanceof Criterion.TextOfCustomer both) {
            return matching(both.text()).and(matching(both.customer()));
        }
        if (criterion instanceof Criterion.Email email) {
            String wanted = OrderKey.of(email.address());
            return record -> values(record, source.search().postMasterFields()).stream()
                    .anyMatch(value -> OrderKey.of(value).equals(wanted));
        }
        return criterion instanceof Criterion.Detailed detailed ? matching(detailed) : record -> true;
    }

    private Predicate<SourceRecord> matching(Criterion.Detailed detailed) {
        List<Predicate<SourceRecord>> all = new ArrayList<>();
        detailed.conditions().forEach(condition -> all.add(matching(condition)));
        if (!detailed.customerIds().isEmpty()) {
            Predicate<String> wanted = isOneOf(detailed.customerIds());
            all.add(record -> values(record, Fields.CUSTOMER).stream().anyMatch(wanted));
        }
        Predicate<String> excluded = isOneOf(detailed.excludedIds());
        all.add(record -> !excluded.test(record.id()));
        return record -> all.stream().allMatch(one -> one.test(record));
    }

    private Predicate<SourceRecord> matching(Condition condition) {
        if (condition instanceof Condition.Empty empty) {
            return record -> values(record, empty.variable()).isEmpty() == empty.empty();
        }
        Predicate<String> test = value(condition);
        return record -> values(record, condition.variable()).stream().anyMatch(test);
    }

    private Predicate<String> value(Condition condition) {
        if (condition instanceof Condition.OneOf one) {
            return isOneOf(one.values());
        }
        if (condition instanceof Condition.Like like) {
            List<TextPattern> patterns =
                    like.patterns().stream().map(TextPattern::of).toList();
            return value -> patterns.stream().anyMatch(pattern -> matches(value, pattern));
        }
        Condition.Compare compare = (Condition.Compare) condition;
        return value -> number(value)
                .filter(number -> compare.comparison().holds(number, compare.bound()))
                .isPresent();
    }

    private Predicate<String> isOneOf(Set<String> values) {
        Set<String> normal = values.stream().map(this::normal).collect(Collectors.toSet());
        return value -> normal.contains(normal(value));
    }

    private static Optional<Long> number(String value) {
        try {
            return Optional.of(Long.valueOf(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
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

    private String normal(String text) {
        return source.search().caseSensitive() ? text : OrderKey.of(text);
    }

    private static List<String> values(SourceRecord record, String variable) {
        return record.fields().getOrDefault(variable, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
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
