package org.clientele.testkit;

import java.util.List;
import java.util.stream.Collectors;
import org.clientele.spi.Criterion;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.TextPattern;

/** Questions in words, for the messages of tests that fail. */
final class Wording {
    private static final int MOST_SHOWN = 200;

    private Wording() {}

    static String of(Criterion criterion) {
        if (criterion instanceof Criterion.Text text) {
            return "whoever matches " + of(text.expression());
        }
        if (criterion instanceof Criterion.Ids ids) {
            return "the logins " + quoted(ids.ids().stream().sorted().toList());
        }
        if (criterion instanceof Criterion.CustomerId customer) {
            return "whoever has the customer ID " + of(customer.pattern());
        }
        if (criterion instanceof Criterion.TextOfCustomer both) {
            return of(both.text()) + " and has the customer ID "
                    + of(both.customer().pattern());
        }
        if (criterion instanceof Criterion.Email email) {
            return "whoever has the e-mail address '" + email.address() + "'";
        }
        return criterion instanceof Criterion.All ? "everybody" : criterion.toString();
    }

    static String of(SearchExpression expression) {
        if (expression instanceof SearchExpression.Word word) {
            return of(word.pattern());
        }
        if (expression instanceof SearchExpression.Not not) {
            return "not " + of(not.operand());
        }
        if (expression instanceof SearchExpression.And and) {
            return joined(and.operands(), " and ");
        }
        return joined(((SearchExpression.Or) expression).operands(), " or ");
    }

    /** Any text between the literals is written as a star outside the quotes, so that a star in a literal is one. */
    static String of(TextPattern pattern) {
        return pattern.literals().stream()
                .map(literal -> literal.isEmpty() && !pattern.isExact() ? "" : "'" + shortened(literal) + "'")
                .collect(Collectors.joining("*"));
    }

    static String quoted(List<String> texts) {
        return shortened(texts.isEmpty() ? "nobody" : "'" + String.join("', '", texts) + "'");
    }

    private static String joined(List<SearchExpression> operands, String operator) {
        return operands.stream().map(Wording::of).collect(Collectors.joining(operator, "(", ")"));
    }

    private static String shortened(String text) {
        return text.length() <= MOST_SHOWN
                ? text
                : text.substring(0, MOST_SHOWN) + "… (" + text.length() + " characters)";
    }
}
