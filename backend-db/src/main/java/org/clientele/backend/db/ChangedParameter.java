package org.clientele.backend.db;

import java.util.function.UnaryOperator;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.internal.expressions.ParameterExpression;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.DatabaseQuery;

/** A parameter whose text is changed before it is bound, for databases that look in an index for nothing but a parameter. */
final class ChangedParameter extends ParameterExpression {
    private static final long serialVersionUID = 1L;

    private final transient UnaryOperator<String> change;

    ChangedParameter(Expression parameter, UnaryOperator<String> change) {
        this((ParameterExpression) parameter, change);
    }

    private ChangedParameter(ParameterExpression parameter, UnaryOperator<String> change) {
        super(parameter.getField(), parameter.getLocalBase());
        setType(parameter.getType());
        this.change = change;
    }

    @Override
    public Object getValue(AbstractRecord values, DatabaseQuery query, AbstractSession session) {
        return changed(super.getValue(values, query, session));
    }

    @Override
    public Object getValue(AbstractRecord values, AbstractSession session) {
        return changed(super.getValue(values, session));
    }

    private Object changed(Object value) {
        return value instanceof String text ? change.apply(text) : value;
    }
}
