package org.clientele.internal.search;

import java.util.List;
import java.util.stream.Collectors;
import org.clientele.spi.SearchExpression;

/** A tree as an unambiguous text: every joint with its kind, literals between slashes. */
final class Shape {
    private Shape() {}

    static String of(SearchExpression expression) {
        if (expression instanceof SearchExpression.Word word) {
            return word.pattern().render(literal -> "/" + literal + "/", "*");
        }
        if (expression instanceof SearchExpression.Not not) {
            return joint("not", List.of(not.operand()));
        }
        return expression instanceof SearchExpression.And and
                ? joint("and", and.operands())
                : joint("or", ((SearchExpression.Or) expression).operands());
    }

    private static String joint(String kind, List<SearchExpression> operands) {
        return operands.stream().map(Shape::of).collect(Collectors.joining(" ", kind + "[", "]"));
    }
}
