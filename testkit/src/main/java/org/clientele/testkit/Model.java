package org.clientele.testkit;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
        return !(criterion instanceof Criterion.Email email) || person.email().equalsIgnoreCase(email.address());
    }

    private boolean matches(TestPerson person, SearchExpression expression) {
        if (expression instanceof SearchExpression.Word word) {
            TextPattern pattern = word.pattern().between(search.prefix(), search.suffix());
            return search.searchFields().stream().anyMatch(storage -> matches(value(person, storage), pattern));
        }
        if (expression instanceof SearchExpression.Not not) {
            return !matches(person, not.operand());
        }
        if (expression instanceof SearchExpression.And and) {
            return and.operands().stream().allMatch(operand -> matches(person, operand));
        }
        return ((SearchExpression.Or) expression).operands().stream().anyMatch(operand -> matches(person, operand));
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
