package org.clientele.backend.db;

import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.persistence.expressions.Expression;

/**
 * Microsoft SQL Server, 2019 and later. Its collations ignore blanks at the end, and the binary ones sort by UTF-16 unit, so
 * keys are compared as UTF-8 bytes.
 */
final class SqlServerFamily extends DatabaseFamily {
    private static final int LONGEST_LIST_OF_PARAMETERS = 8;

    @Override
    String urlPrefix() {
        return "jdbc:sqlserver:";
    }

    @Override
    List<String> types() {
        return List.of("mssql", "sqlserver", "microsoft sql server");
    }

    @Override
    Driver driver(String url) {
        return new Driver("com.microsoft.sqlserver.jdbc.SQLServerDriver", "pax-jdbc-mssql");
    }

    @Override
    String platform() {
        return "org.eclipse.persistence.platform.database.SQLServerPlatform";
    }

    @Override
    String folded(String identifier) {
        return identifier;
    }

    @Override
    String addition(String column, int length) {
        return "add " + column + " nvarchar(" + length + ")";
    }

    @Override
    Expression fold(Expression column) {
        return BoundFunction.of(column, "(LOWER(", ") COLLATE Latin1_General_100_BIN2)");
    }

    @Override
    Expression exact(Expression column) {
        return BoundFunction.of(column, "(", " COLLATE Latin1_General_100_BIN2)");
    }

    @Override
    Expression ordered(Expression text) {
        return BoundFunction.of(
                text, "CONVERT(VARBINARY(1600), CONVERT(VARCHAR(1600), ", " COLLATE Latin1_General_100_BIN2_UTF8))");
    }

    @Override
    Expression whole(Expression text) {
        return ordered(text);
    }

    /** A statement has at most 2,100 parameters. */
    @Override
    int mostIds() {
        return 500;
    }

    /** Sixty-four conditions, the most of a search, stay below the bound with lists that are not longer. */
    @Override
    boolean wantsArray(int texts) {
        return texts > LONGEST_LIST_OF_PARAMETERS;
    }

    @Override
    Expression isElement(Expression left, UnaryOperator<Expression> change, Expression array) {
        Expression element = change.apply(array.literal("([value] COLLATE DATABASE_DEFAULT)"));
        return BoundFunction.of(List.of(left, element, array), "(", " IN (SELECT ", " FROM OPENJSON(", ")))");
    }

    @Override
    boolean isKey(Column column) {
        return column.generated() && column.kind() == ColumnKind.BINARY;
    }

    /** A bracket opens a set of characters. */
    @Override
    String literal(String text) {
        return super.literal(text).replace("[", "\\[");
    }

    @Override
    Expression like(Expression text, Expression pattern) {
        return likeWithEscape(text, pattern);
    }

    @Override
    Expression text(Expression number) {
        return BoundFunction.of(number, "CONVERT(NVARCHAR(100), ", ")");
    }
}
