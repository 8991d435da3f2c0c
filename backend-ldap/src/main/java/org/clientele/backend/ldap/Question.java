package org.clientele.backend.ldap;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.directory.api.ldap.model.entry.Entry;
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
    private final String customerId;
    private final TextMatch text;

    Question(LdapSettings settings, EntryReader reader) {
        this.search = settings.description().search();
        this.customerId = settings.customerId();
        this.reader = reader;
        this.text = new TextMatch(search.caseSensitive());
    }

    Predicate<Entry> test(Criterion criterion) {
        if (criterion instanceof Criterion.Text free) {
            return test(free.expression());
        }
        if (criterion instanceof Criterion.Ids ids) {
            Set<String> wanted = ids.ids().stream().map(text::fold).collect(Collectors.toSet());
            return entry ->
                    reader.login(entry).map(text::fold).filter(wanted::contains).isPresent();
        }
        if (criterion instanceof Criterion.CustomerId customer) {
            return anyOf(List.of(customerId), value -> text.matches(customer.pattern(), value));
        }
        if (criterion instanceof Criterion.Email email) {
            TextMatch withoutCase = new TextMatch(false);
            return anyOf(search.postMasterFields(), value -> withoutCase.same(email.address(), value));
        }
        return entry -> true;
    }

    private Predicate<Entry> test(SearchExpression expression) {
        if (expression instanceof SearchExpression.Word word) {
            TextPattern pattern = word.pattern().between(search.prefix(), search.suffix());
            return anyOf(search.searchFields(), value -> text.matches(pattern, value));
        }
        if (expression instanceof SearchExpression.Not not) {
            return test(not.operand()).negate();
        }
        if (expression instanceof SearchExpression.And and) {
            return and.operands().stream().map(this::test).reduce(entry -> true, Predicate::and);
        }
        SearchExpression.Or or = (SearchExpression.Or) expression;
        return or.operands().stream().map(this::test).reduce(entry -> false, Predicate::or);
    }

    private static Predicate<Entry> anyOf(List<String> attributes, Predicate<String> test) {
        return entry -> attributes.stream()
                .flatMap(attribute -> EntryReader.textsWithOptions(entry, attribute).stream())
                .anyMatch(test);
    }
}
