package org.clientele.backend.ldap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.clientele.Condition;
import org.clientele.spi.Criterion;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SearchSettings;
import org.clientele.spi.TextPattern;

/**
 * Decides exactly whether an entry matches. The filters that go to the server only narrow down what it sends: servers fold
 * blanks and accents as their schema says, and their answers to a negation depend on it too.
 */
final class Question {
    private final SearchSettings search;
    private final EntryReader reader;
    private final LdapSettings settings;
    private final String customerId;
    private final TextMatch text;

    Question(LdapSettings settings, EntryReader reader) {
        this.settings = settings;
        this.search = settings.description().search();
        this.customerId = settings.customerId();
        this.reader = reader;
        this.text = new TextMatch(search.caseSensitive());
    }

    Predicate<Entry> test(Criterion criterion) {
        if (criterion instanceof Criterion.Text free) {
            return test(free.expression(), this::inSearchFields);
        }
        if (criterion instanceof Criterion.Ids ids) {
            Set<String> wanted = ids.ids().stream().map(text::fold).collect(Collectors.toSet());
            return entry ->
                    reader.login(entry).map(text::fold).filter(wanted::contains).isPresent();
        }
        if (criterion instanceof Criterion.CustomerId customer) {
            return anyOf(List.of(customerId), text.matching(customer.pattern()));
        }
        if (criterion instanceof Criterion.TextOfCustomer both) {
            return test(both.text()).and(test(both.customer()));
        }
        if (criterion instanceof Criterion.Email email) {
            TextMatch withoutCase = new TextMatch(false);
            return anyOf(search.postMasterFields(), value -> withoutCase.same(email.address(), value));
        }
        return criterion instanceof Criterion.Detailed detailed ? test(detailed) : entry -> true;
    }

    /** What is looked at to decide it, besides the login. */
    List<String> attributes(Criterion criterion) {
        if (criterion instanceof Criterion.Text) {
            return search.searchFields();
        }
        if (criterion instanceof Criterion.Email) {
            return search.postMasterFields();
        }
        List<String> attributes = new ArrayList<>();
        if (criterion instanceof Criterion.TextOfCustomer both) {
            attributes.addAll(attributes(both.text()));
        }
        if (criterion instanceof Criterion.Detailed detailed) {
            detailed.conditions().forEach(condition -> attributes.add(settings.storageOf(condition.variable())));
        }
        if (!(criterion instanceof Criterion.All)) {
            attributes.add(customerId);
        }
        return attributes;
    }

    /** Whether a text is found in one customer ID. */
    Predicate<String> test(SearchExpression expression) {
        return test(expression, text::matching);
    }

    private Predicate<Entry> test(Criterion.Detailed detailed) {
        List<Predicate<Entry>> tests = new ArrayList<>();
        detailed.conditions().forEach(condition -> tests.add(test(condition)));
        if (!detailed.customerIds().isEmpty()) {
            Predicate<String> wanted = isOneOf(detailed.customerIds());
            tests.add(entry -> EntryReader.texts(entry, customerId).stream().anyMatch(wanted));
        }
        if (!detailed.excludedIds().isEmpty()) {
            Predicate<String> excluded = isOneOf(detailed.excludedIds());
            tests.add(entry -> reader.login(entry).filter(excluded).isEmpty());
        }
        return tests.stream().reduce(entry -> true, Predicate::and);
    }

    private Predicate<Entry> test(Condition condition) {
        String attribute = settings.storageOf(condition.variable());
        if (condition instanceof Condition.Empty empty) {
            return entry -> reader.fieldValues(entry, attribute).isEmpty() == empty.empty();
        }
        Predicate<String> test = value(condition);
        return entry -> reader.fieldValues(entry, attribute).stream().anyMatch(test);
    }

    private Predicate<String> value(Condition condition) {
        if (condition instanceof Condition.OneOf one) {
            return isOneOf(one.values());
        }
        if (condition instanceof Condition.Like like) {
            return like.patterns().stream()
                    .map(TextPattern::of)
                    .map(text::matching)
                    .reduce(value -> false, Predicate::or);
        }
        Condition.Compare compare = (Condition.Compare) condition;
        return value -> number(value)
                .filter(number -> compare.comparison().holds(number, compare.bound()))
                .isPresent();
    }

    private Predicate<String> isOneOf(Set<String> values) {
        Set<String> folded = values.stream().map(text::fold).collect(Collectors.toSet());
        return value -> folded.contains(text.fold(value));
    }

    private static Optional<Long> number(String value) {
        try {
            return Optional.of(Long.valueOf(value.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Predicate<Entry> inSearchFields(TextPattern pattern) {
        return anyOf(search.searchFields(), text.matching(pattern));
    }

    private <T> Predicate<T> test(SearchExpression expression, Function<TextPattern, Predicate<T>> words) {
        if (expression instanceof SearchExpression.Word word) {
            return words.apply(word.pattern().between(search.prefix(), search.suffix()));
        }
        if (expression instanceof SearchExpression.Not not) {
            return test(not.operand(), words).negate();
        }
        if (expression instanceof SearchExpression.And and) {
            return and.operands().stream().map(operand -> test(operand, words)).reduce(value -> true, Predicate::and);
        }
        SearchExpression.Or or = (SearchExpression.Or) expression;
        return or.operands().stream().map(operand -> test(operand, words)).reduce(value -> false, Predicate::or);
    }

    private static Predicate<Entry> anyOf(List<String> attributes, Predicate<String> test) {
        return entry -> {
            for (String attribute : attributes) {
                for (String value : EntryReader.textsWithOptions(entry, attribute)) {
                    if (test.test(value)) {
                        return true;
                    }
                }
            }
            return false;
        };
    }
}
