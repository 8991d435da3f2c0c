package org.clientele.backend.ldap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.directory.api.ldap.model.filter.AndNode;
import org.apache.directory.api.ldap.model.filter.EqualityNode;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.apache.directory.api.ldap.model.filter.NotNode;
import org.apache.directory.api.ldap.model.filter.OrNode;
import org.apache.directory.api.ldap.model.filter.PresenceNode;
import org.apache.directory.api.ldap.model.filter.SubstringNode;
import org.clientele.Condition;
import org.clientele.spi.Criterion;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SearchSettings;
import org.clientele.spi.TextPattern;

/**
 * Makes the filters that go to the server: each lets through at least what {@link Question} accepts. They are trees of the
 * LDAP library, which writes values in their own length, so that nothing in a value can be taken for syntax.
 */
final class Filters {
    private static final int IDS_PER_FILTER = 100;

    /** What has more is told apart here: servers limit the size of filters. */
    private static final int MOST_VALUES = 100;

    /** With dozens of them 389 Directory Server gives up on a long value, as if it did not match. */
    private static final int MOST_LITERALS = 10;

    /** 389 Directory Server refuses literals that begin with it. */
    private static final String NUL = "\0";

    private final LdapSettings settings;
    private final SearchSettings search;
    private final ValueCharset charset;

    Filters(LdapSettings settings) {
        this.settings = settings;
        this.charset = settings.access().charset();
        this.search = settings.description().search();
    }

    /** The filters whose entries together hold all that match. */
    List<ExprNode> of(Criterion criterion) {
        if (criterion instanceof Criterion.Ids ids) {
            return ofIds(ids.ids());
        }
        return List.of(existing(narrowing(criterion)));
    }

    /** Whether a server finds entries by login without reading all of them. */
    boolean canFindLogins() {
        return charset.isUtf8() && !AttributeText.isReadOtherwise(search.idField());
    }

    /** The entries with one of these logins. */
    List<ExprNode> ofIds(Collection<String> ids) {
        List<String> asked = ids.stream().filter(id -> !id.isEmpty()).toList();
        List<ExprNode> filters = new ArrayList<>();
        for (int from = 0; from < asked.size(); from += IDS_PER_FILTER) {
            List<String> some = asked.subList(from, Math.min(asked.size(), from + IDS_PER_FILTER));
            Stream<ExprNode> same = some.stream().map(id -> node(search.idField(), TextPattern.exactly(id)));
            ExprNode one = or(same.toList());
            filters.add(settings.always()
                    .<ExprNode>map(always -> new AndNode(one, always))
                    .orElse(one));
        }
        return filters;
    }

    /** The entries that may have a customer ID in which the text is found. */
    ExprNode ofCustomerIds(Optional<SearchExpression> text) {
        List<String> attribute = List.of(settings.customerId());
        return existing(text.flatMap(expression -> narrowing(expression, attribute)));
    }

    /** The same filter for valid entries only. */
    ExprNode valid(ExprNode filter) {
        return settings.valid()
                .<ExprNode>map(valid -> new AndNode(filter, valid))
                .orElse(filter);
    }

    private ExprNode existing(Optional<ExprNode> narrowing) {
        List<ExprNode> parts = Stream.of(
                        Optional.<ExprNode>of(new PresenceNode(search.idField())), narrowing, settings.always())
                .flatMap(Optional::stream)
                .toList();
        return and(parts);
    }

    private Optional<ExprNode> narrowing(Criterion criterion) {
        if (criterion instanceof Criterion.Text text) {
            return narrowing(text.expression(), search.searchFields());
        }
        if (criterion instanceof Criterion.CustomerId customer) {
            return Optional.of(node(settings.customerId(), customer.pattern()));
        }
        if (criterion instanceof Criterion.TextOfCustomer both) {
            List<ExprNode> parts = Stream.of(narrowing(both.text()), narrowing(both.customer()))
                    .flatMap(Optional::stream)
                    .toList();
            return Optional.of(and(parts));
        }
        if (criterion instanceof Criterion.Email email) {
            TextPattern address = TextPattern.exactly(email.address());
            return Optional.of(anyOf(search.postMasterFields(), address));
        }
        return criterion instanceof Criterion.Detailed detailed ? narrowing(detailed) : Optional.empty();
    }

    private Optional<ExprNode> narrowing(Criterion.Detailed detailed) {
        List<ExprNode> parts = new ArrayList<>();
        for (Condition condition : detailed.conditions()) {
            narrowing(condition, settings.storageOf(condition.variable())).ifPresent(parts::add);
        }
        if (!detailed.customerIds().isEmpty()) {
            parts.add(oneOf(settings.customerId(), detailed.customerIds()));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(and(parts));
    }

    /** As with {@link #narrowing(SearchExpression, List)}, nothing is negated. */
    private Optional<ExprNode> narrowing(Condition condition, String attribute) {
        if (condition instanceof Condition.OneOf one) {
            return Optional.of(oneOf(attribute, one.values()));
        }
        if (condition instanceof Condition.Like like) {
            return Optional.of(or(like.patterns().stream()
                    .map(pattern -> node(attribute, TextPattern.of(pattern)))
                    .toList()));
        }
        boolean mayBeEmpty = condition instanceof Condition.Empty empty && empty.empty();
        return mayBeEmpty ? Optional.empty() : Optional.of(new PresenceNode(attribute));
    }

    private ExprNode oneOf(String attribute, Set<String> values) {
        return values.size() > MOST_VALUES
                ? new PresenceNode(attribute)
                : or(values.stream()
                        .map(value -> node(attribute, TextPattern.exactly(value)))
                        .toList());
    }

    /** Empty where nothing can be narrowed. A negation never is: what a server does not understand it does not negate. */
    private Optional<ExprNode> narrowing(SearchExpression expression, List<String> attributes) {
        if (expression instanceof SearchExpression.Word word) {
            return Optional.of(anyOf(attributes, word.pattern().between(search.prefix(), search.suffix())));
        }
        if (expression instanceof SearchExpression.And and) {
            List<ExprNode> parts = and.operands().stream()
                    .map(operand -> narrowing(operand, attributes))
                    .flatMap(Optional::stream)
                    .toList();
            return parts.isEmpty() ? Optional.empty() : Optional.of(and(parts));
        }
        if (expression instanceof SearchExpression.Or or) {
            List<ExprNode> parts = or.operands().stream()
                    .map(operand -> narrowing(operand, attributes))
                    .flatMap(Optional::stream)
                    .toList();
            return parts.size() < or.operands().size() ? Optional.empty() : Optional.of(or(parts));
        }
        return Optional.empty();
    }

    private ExprNode anyOf(List<String> attributes, TextPattern pattern) {
        return or(attributes.stream().map(attribute -> node(attribute, pattern)).toList());
    }

    private ExprNode node(String attribute, TextPattern pattern) {
        List<String> literals = charset.comparable(pattern.literals());
        if (AttributeText.isReadOtherwise(attribute)) {
            return new PresenceNode(attribute);
        }
        if (literals.size() == 1) {
            return literals.get(0).isEmpty() ? nothing() : new EqualityNode<String>(attribute, literals.get(0));
        }
        return containing(
                attribute,
                literals.stream()
                        .flatMap(literal -> Arrays.stream(literal.split(NUL, -1)))
                        .toList());
    }

    /**
     * Blanks at the ends of a literal are left to {@link Question}: servers drop some of them from values and from filters,
     * and not the same ones. So are literals beyond some.
     */
    private static ExprNode containing(String attribute, List<String> literals) {
        String first = literals.get(0);
        String last = literals.get(literals.size() - 1);
        boolean cleanFirst = !first.isEmpty() && first.equals(first.strip());
        boolean cleanLast = !last.isEmpty() && last.equals(last.strip());
        List<String> inner = literals.subList(cleanFirst ? 1 : 0, literals.size() - (cleanLast ? 1 : 0)).stream()
                .map(String::strip)
                .filter(literal -> !literal.isEmpty())
                .limit(MOST_LITERALS)
                .toList();
        if (!cleanFirst && !cleanLast && inner.isEmpty()) {
            return new PresenceNode(attribute);
        }
        return new SubstringNode(new ArrayList<>(inner), attribute, cleanFirst ? first : null, cleanLast ? last : null);
    }

    private static ExprNode and(List<ExprNode> parts) {
        return parts.size() == 1 ? parts.get(0) : new AndNode(parts);
    }

    private static ExprNode or(List<ExprNode> parts) {
        if (parts.isEmpty()) {
            return nothing();
        }
        return parts.size() == 1 ? parts.get(0) : new OrNode(parts);
    }

    /** Not all servers know the empty disjunction; all entries have an object class. */
    private static ExprNode nothing() {
        return new NotNode(new PresenceNode("objectClass"));
    }
}
