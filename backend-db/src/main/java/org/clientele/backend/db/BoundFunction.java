package org.clientele.backend.db;

import java.util.List;
import java.util.Vector;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionOperator;
import org.eclipse.persistence.internal.expressions.ExpressionSQLPrinter;
import org.eclipse.persistence.internal.expressions.FunctionExpression;

/**
 * SQL before, between and after operands. EclipseLink's own functions write the values of a statement into its text where all
 * operands are parameters, on H2; this one leaves them bound.
 */
final class BoundFunction extends FunctionExpression {
    private static final long serialVersionUID = 1L;
    private static final int SELECTOR = 7001;

    static Expression of(Expression operand, String before, String after) {
        return of(List.of(operand), before, after);
    }

    static Expression of(List<Expression> operands, String... around) {
        ExpressionOperator operator = new ExpressionOperator();
        operator.setSelector(SELECTOR);
        operator.setType(ExpressionOperator.FunctionOperator);
        operator.printsAs(new Vector<>(List.of(around)));
        operator.bePrefix();
        operator.setNodeClass(BoundFunction.class);
        operator.setIsBindingSupported(true);
        BoundFunction function = new BoundFunction();
        function.create(operands.get(0), operands.subList(1, operands.size()), operator);
        return function;
    }

    @Override
    public void printSQL(ExpressionSQLPrinter printer) {
        getPlatformOperator(printer.getPlatform()).printCollection(getChildren(), printer);
    }
}
