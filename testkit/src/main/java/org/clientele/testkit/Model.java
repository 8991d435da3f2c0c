package org.clientele.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.clientele.Condition;
import org.clientele.Ordering;
import org.clientele.Validity;
import org.clientele.field.Field;
import org.clientele.spi.Criterion;
import org.clientele.spi.OrderKey;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SearchSettings;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceQuery.Position;
import org.clientele.spi.TextPattern;

/** What a source should answer, worked out in the simplest way. */
final class Model {
    private final SourceDescription description;
    private final SearchSettings search;
    private final List<TestPerson> people;
    private final Set<Deviation> deviations;

    Model(SourceDescription description, List<TestPerson> people, Set<Deviation> deviations) {
        this.description = description;
        this.search = description.search();
        this.people =
                people.stream().sorted(Comparator.comparing(Model::position)).toList();
        this.deviations = deviations;
    }

    static Position position(TestPerson person) {
        return new Position(OrderKey.of(person.login()), person.login());
    }

    Optional<TestPerson> find(String login) {
        return people.stream().filter(p -> isLogin(p, login)).findFirst();
    }

    /** Everybody whom the query is after, without regard to its limit. */
    List<TestPerson> list(SourceQuery query) {
        return people.stream()
                .filter(p -> query.includeInvalid() || validity(p) == Validity.VALID)
                .filter(p -> query.after().map(position(p)::compareTo).orElse(1) > 0)
                .filter(p -> matches(p, query.criterion()))
                .toList();
    }

    /** As {@link #list}, in another order. */
    List<TestPerson> sorted(SourceQuery query, List<Ordering> order) {
        List<TestPerson> sorted = new ArrayList<>(list(query));
        List<Ordering> leastFirst = new ArrayList<>(order);
        Collections.reverse(leastFirst);
        leastFirst.forEach(ordering -> sorted.sort((one, other) -> compare(one, other, ordering)));
        return sorted;
    }

    private static int compare(TestPerson one, TestPerson other, Ordering ordering) {
        String left = one.fields().getOrDefault(ordering.variable(), "");
        String right = other.fields().getOrDefault(ordering.variable(), "");
        if (left.isEmpty() || right.isEmpty()) {
            return (left.isEmpty() ? 1 : 0) - (right.isEmpty() ? 1 : 0);
        }
        int ascending = ordering.variable().equals(TestPerson.NUMBER)
                ? Integer.compare(Integer.parseInt(left), Integer.parseInt(right))
                : OrderKey.COMPARATOR.compare(OrderKey.of(left), OrderKey.of(right));
        return ordering.descending() ? -ascending : ascending;
    }

    List<Position> customerIds(Optional<SearchExpression> search, boolean includeInvalid) {
        return people.stream()
                .filter(p -> includeInvalid || validity(p) == Validity.VALID)
                .map(TestPerson::customerId)
                .filter(id -> search.isEmpty() || matches(pattern -> matches(id, pattern), search.get()))
                .map(id -> new Position(OrderKey.of(id), id))
                .sorted()
                .distinct()
                .toList();
    }

    /** The name in labels: the list fields but the e-mail address at their end; empty if the label is made otherwise. */
    Optional<String> label(TestPerson person) {
        List<String> parts = new ArrayList<>();
        search.listFields().forEach(storage -> parts.add(value(person, storage)));
        boolean addressed = !parts.isEmpty() && parts.remove(parts.size() - 1).equals(person.email());
        parts.removeIf(String::isEmpty);
        return addressed && !parts.isEmpty() ? Optional.of(String.join(" ", parts)) : Optional.empty();
    }

    Validity validity(TestPerson person) {
        if (deviations.contains(Deviation.ALWAYS_VALID)) {
            return Validity.VALID;
        }
        boolean two = deviations.contains(Deviation.VALID_OR_INVALID);
        return two && person.validity() != Validity.VALID ? Validity.INVALID : person.validity();
    }

    private boolean isLogin(TestPerson person, String login) {
        return fold(person.login()).equals(fold(login));
    }

    private boolean matches(TestPerson person, Criterion criterion) {
        if (criterion instanceof Criterion.Text text) {
            return matches(person, text.expression());
        }
        if (criterion instanceof Criterion.Ids ids) {
            return ids.ids().stream().anyMatch(id -> isLogin(person, id));
        }
        if (criterion instanceof Criterion.CustomerId customer) {
            return matches(person.customerId(), customer.pattern());
        }
        if (criterion instanceof Criterion.TextOfCustomer both) {
            return matches(person, both.text()) && matches(person, both.customer());
        }
        if (criterion instanceof Criterion.Detailed detailed) {
            return matches(person, detailed);
        }
        return !(criterion instanceof Criterion.Email email) || person.email().equalsIgnoreCase(email.address());
    }

    private boolean matches(TestPerson person, Criterion.Detailed detailed) {
        for (Condition condition : detailed.conditions()) {
            if (!matches(person.fields().getOrDefault(condition.variable(), ""), condition)) {
                return false;
            }
        }
        Set<String> customers = detailed.customerIds();
        return (customers.isEmpty() || customers.stream().anyMatch(id -> fold(id).equals(fold(person.customerId()))))
                && detailed.excludedIds().stream().noneMatch(id -> isLogin(person, id));
    }

    private boolean matches(String value, Condition condition) {
        if (condition instanceof Condition.Empty empty) {
            return value.isEmpty() == empty.empty();
        }
        if (value.isEmpty()) {
            return false;
        }
        if (condition instanceof Condition.OneOf one) {
            return one.values().stream().anyMatch(wanted -> fold(wanted).equals(fold(value)));
        }
        if (condition instanceof Condition.Like like) {
            return like.patterns().stream().anyMatch(pattern -> matches(value, TextPattern.of(pattern)));
        }
        Condition.Compare compare = (Condition.Compare) condition;
        int sign = Long.compare(Long.parseLong(value), compare.bound());
        return switch (compare.comparison()) {
            case LESS -> sign < 0;
            case AT_MOST -> sign <= 0;
            case AT_LEAST -> sign >= 0;
            case GREATER -> sign > 0;
        };
    }

    private boolean matches(TestPerson person, SearchExpression expression) {
        return matches(
                pattern -> search.searchFields().stream().anyMatch(storage -> matches(value(person, storage), pattern)),
                expression);
    }

    private boolean matches(Predicate<TextPattern> words, SearchExpression expression) {
        if (expression instanceof SearchExpression.Word word) {
            return words.test(word.pattern().between(search.prefix(), search.suffix()));
        }
        if (expression instanceof SearchExpression.Not not) {
            return !matches(words, not.operand());
        }
        if (expression instanceof SearchExpression.And and) {
            return and.operands().stream().allMatch(operand -> matches(words, operand));
        }
        return ((SearchExpression.Or) expression).operands().stream().anyMatch(operand -> matches(words, operand));
    }

    private String value(TestPerson person, String storage) {
        return description.fields().stream()
                .filter(field -> field.storage().equals(storage))
                .map(Field::variable)
                .map(variable -> person.fields().getOrDefault(variable, ""))
                .findFirst()
                .orElse("");
    }

    private boolean matches(String value, TextPattern pattern) {
        String text = fold(value);
        List<String> literals = pattern.literals().stream().map(this::fold).toList();
        if (value.isEmpty() || pattern.isExact()) {
            return !value.isEmpty() && text.equals(literals.get(0));
        }
        String last = literals.get(literals.size() - 1);
        int from = text.startsWith(literals.get(0)) ? literals.get(0).length() : -1;
        for (String literal : literals.subList(1, literals.size() - 1)) {
            int found = from < 0 ? -1 : text.indexOf(literal, from);
            from = found < 0 ? -1 : found + literal.length();
        }
        return from >= 0 && from + last.length() <= text.length() && text.endsWith(last);
    }

    private String fold(String text) {
        return search.caseSensitive() ? text : text.toLowerCase(Locale.ROOT);
    }
}
