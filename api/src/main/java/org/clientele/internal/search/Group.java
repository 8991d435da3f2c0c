package org.clientele.internal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientele.spi.SearchExpression;

/** What stands between two parentheses, or the whole text: alternatives, each of terms that must all match. */
final class Group {
    private final List<SearchExpression> alternatives = new ArrayList<>();
    private final List<SearchExpression> conjuncts = new ArrayList<>();
    private boolean negated;

    void add(SearchExpression operand) {
        conjuncts.add(negated ? not(operand) : operand);
        negated = false;
    }

    void not() {
        negated = !negated;
    }

    /** Terms beside each other are joined anyway; a negation before this has no operand. */
    void and() {
        negated = false;
    }

    void or() {
        negated = false;
        join(conjuncts, SearchExpression.And::new).ifPresent(alternatives::add);
        conjuncts.clear();
    }

    /** The whole group, empty if nothing was searched for. */
    Optional<SearchExpression> finish() {
        or();
        return join(alternatives, SearchExpression.Or::new);
    }

    private static SearchExpression not(SearchExpression operand) {
        return operand instanceof SearchExpression.Not inner ? inner.operand() : new SearchExpression.Not(operand);
    }

    private static Optional<SearchExpression> join(
            List<SearchExpression> parts, Function<List<SearchExpression>, SearchExpression> joint) {
        if (parts.size() < 2) {
            return parts.stream().findFirst();
        }
        SearchExpression whole = joint.apply(parts);
        List<SearchExpression> flat =
                parts.stream().flatMap(part -> operands(part, whole)).toList();
        return Optional.of(joint.apply(flat));
    }

    /** {@code (a b) c} is the same as {@code a b c}. */
    private static Stream<SearchExpression> operands(SearchExpression part, SearchExpression whole) {
        if (part instanceof SearchExpression.And and && whole instanceof SearchExpression.And) {
            return and.operands().stream();
        }
        if (part instanceof SearchExpression.Or or && whole instanceof SearchExpression.Or) {
            return or.operands().stream();
        }
        return Stream.of(part);
    }
}
