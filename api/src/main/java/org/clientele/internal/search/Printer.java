package org.clientele.internal.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SearchExpression.And;
import org.clientele.spi.SearchExpression.Not;
import org.clientele.spi.SearchExpression.Or;
import org.clientele.spi.SearchExpression.Word;
import org.clientele.spi.TextPattern;

/** Writes a tree as a text of the search language, with quotes and parentheses only where they are needed. */
final class Printer {
    private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");

    private Printer() {}

    static String print(SearchExpression expression) {
        if (expression instanceof Word word) {
            return word(word.pattern());
        }
        if (expression instanceof Not not) {
            return "!" + operand(not.operand());
        }
        if (expression instanceof And and) {
            return and.operands().stream().map(Printer::conjunct).collect(Collectors.joining(" "));
        }
        return ((Or) expression).operands().stream().map(Printer::print).collect(Collectors.joining(" OR "));
    }

    private static String operand(SearchExpression expression) {
        boolean bare = expression instanceof Word || expression instanceof Not;
        return bare ? print(expression) : "(" + print(expression) + ")";
    }

    private static String conjunct(SearchExpression expression) {
        return expression instanceof Or ? "(" + print(expression) + ")" : print(expression);
    }

    private static String word(TextPattern pattern) {
        List<String> literals = pattern.literals();
        if (pattern.isExact() && OPERATORS.contains(literals.get(0))) {
            return quoted(literals.get(0));
        }
        return pattern.render(Printer::literal, "*");
    }

    private static String literal(String text) {
        return isPlain(text) ? text : quoted(text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static boolean isPlain(String text) {
        return !text.contains("&&")
                && !text.contains("||")
                && text.chars().noneMatch(c -> Scanner.isBlank(c) || "\"()*+!".indexOf(c) >= 0);
    }
}
