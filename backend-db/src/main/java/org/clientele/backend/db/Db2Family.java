package org.clientele.backend.db;

import java.util.List;
import org.eclipse.persistence.expressions.Expression;

/**
 * Db2 for Linux, UNIX and Windows, 11.1 and later, with a database in UTF-8. It pads texts with blanks before it compares
 * them, and not bytes; and it wants to know the type of a parameter inside of a function.
 */
final class Db2Family extends DatabaseFamily {

    @Override
    String urlPrefix() {
        return "jdbc:db2:";
    }

    @Override
    List<String> types() {
        return List.of("db2");
    }

    /** The driver names the operating system too: {@code DB2/LINUXX8664}. */
    @Override
    boolean isProduct(String product) {
        return product.startsWith("db2");
    }

    @Override
    Driver driver(String url) {
        return new Driver("com.ibm.db2.jcc.DB2Driver", "pax-jdbc-db2");
    }

    @Override
    String platform() {
        return "org.eclipse.persistence.platform.database.DB2Platform";
    }

    @Override
    String addition(String column, int length) {
        return "add column " + column + " varchar(" + length + " codeunits32)";
    }

    @Override
    Expression fold(Expression column) {
        return BoundFunction.of(column, "LOWER(", ")");
    }

    @Override
    Expression exact(Expression column) {
        return column;
    }

    @Override
    Expression ordered(Expression text) {
        return BoundFunction.of(text, "CAST(", " AS VARBINARY(1600))");
    }

    @Override
    Expression whole(Expression text) {
        return ordered(text);
    }

    @Override
    boolean isKey(Column column) {
        return column.generated() && column.kind() == ColumnKind.BINARY;
    }

    @Override
    Expression like(Expression text, Expression pattern) {
        return likeWithEscape(text, pattern);
    }

    @Override
    Expression lower(Expression parameter) {
        return BoundFunction.of(typed(parameter), "LOWER(", ")");
    }

    @Override
    Expression key(Expression parameter) {
        return ordered(typed(parameter));
    }

    @Override
    Expression wholeOf(Expression parameter) {
        return whole(typed(parameter));
    }

    @Override
    Expression text(Expression number) {
        return BoundFunction.of(number, "VARCHAR(", ")");
    }

    private static Expression typed(Expression parameter) {
        return BoundFunction.of(parameter, "CAST(", " AS VARCHAR(4000))");
    }
}
