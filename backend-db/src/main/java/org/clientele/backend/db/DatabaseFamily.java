package org.clientele.backend.db;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Vector;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionOperator;
import org.eclipse.persistence.internal.expressions.FunctionExpression;
import org.eclipse.persistence.sessions.server.ServerSession;

/** What differs by database: how it folds case, compares code points and names its types. Stateless. */
abstract sealed class DatabaseFamily permits H2Family, PostgreSqlFamily, MariaDbFamily {
    static final List<DatabaseFamily> ALL = List.of(new H2Family(), new PostgreSqlFamily(), new MariaDbFamily());

    private static final int FOLD = 7001;
    private static final int EXACT = 7002;
    private static final int ORDERED = 7003;

    /** The family that a JDBC URL belongs to. */
    static Optional<DatabaseFamily> ofUrl(String url) {
        return ALL.stream().filter(f -> url.startsWith(f.urlPrefix())).findFirst();
    }

    /** The family that the configuration calls {@code type}. */
    static Optional<DatabaseFamily> ofType(String type) {
        String word = type.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(f -> f.types().contains(word)).findFirst();
    }

    /** The family of a database product as the driver names it. */
    static Optional<DatabaseFamily> ofProduct(String product) {
        return ofType(product);
    }

    abstract String urlPrefix();

    /** Names in configurations and of the product, in lower case. */
    abstract List<String> types();

    abstract String driverClass();

    /** EclipseLink's name of the platform. */
    abstract String platform();

    /** How identifiers of new columns are folded. */
    abstract String folded(String identifier);

    /** The type to which a number is cast when text is looked for in it. */
    abstract String textType();

    /** SQL before and after a column, for its lower-case text that is compared by code point. */
    abstract String[] foldOperator();

    /** SQL around a column, for its text that is compared by code point. */
    abstract String[] exactOperator();

    /** SQL around a text that makes it sort by code point. */
    abstract String[] orderedOperator();

    /** Whether the column is a generated lower-case key, by type and collation. */
    abstract boolean isKey(Column column);

    /** Whether equality on that key column is equality of texts, blanks at the end included. */
    abstract boolean isExactKey(Column column);

    /** The text as the database accepts it as a value to look for. */
    String searchable(String text) {
        return text;
    }

    /** The expression of a column's lower-case text. */
    Expression fold(Expression column) {
        return apply(FOLD, foldOperator(), column);
    }

    Expression exact(Expression column) {
        return apply(EXACT, exactOperator(), column);
    }

    Expression ordered(Expression text) {
        return apply(ORDERED, orderedOperator(), text);
    }

    /** Makes the operators known to one session; each has a platform of its own. */
    void prepare(ServerSession session) {
        register(session, FOLD, foldOperator());
        register(session, EXACT, exactOperator());
        register(session, ORDERED, orderedOperator());
    }

    private static Expression apply(int operator, String[] sql, Expression operand) {
        return sql.length == 0 ? operand : operand.getFunction(operator);
    }

    private static void register(ServerSession session, int selector, String[] sql) {
        ExpressionOperator operator = new ExpressionOperator();
        operator.setSelector(selector);
        operator.setType(ExpressionOperator.FunctionOperator);
        operator.printsAs(new Vector<>(Arrays.asList(sql)));
        operator.bePrefix();
        operator.setNodeClass(FunctionExpression.class);
        session.getPlatform().getPlatformOperators().put(selector, operator);
    }
}
