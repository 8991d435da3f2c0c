package org.clientele.backend.db;

import java.util.List;
import org.eclipse.persistence.expressions.Expression;

/**
 * Oracle. What the session's language does to comparisons is switched off by comparing sort keys of the binary order, on
 * which there are function-based indexes. The empty text is a missing value.
 */
final class OracleFamily extends DatabaseFamily {

    @Override
    String urlPrefix() {
        return "jdbc:oracle:";
    }

    @Override
    List<String> types() {
        return List.of("oracle");
    }

    @Override
    Driver driver(String url) {
        return new Driver("oracle.jdbc.OracleDriver", "pax-jdbc-oracle");
    }

    @Override
    String platform() {
        return "org.eclipse.persistence.platform.database.OraclePlatform";
    }

    @Override
    String addition(String column, int length) {
        return "add (" + column + " varchar2(" + length + " char))";
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
        return BoundFunction.of(text, "NLSSORT(", ", 'NLS_SORT=BINARY')");
    }

    @Override
    Expression whole(Expression text) {
        return ordered(text);
    }

    @Override
    boolean isKey(Column column) {
        return false;
    }

    @Override
    boolean indexesExpressions() {
        return true;
    }

    @Override
    Expression like(Expression text, Expression pattern) {
        return likeWithEscape(text, pattern);
    }

    /** There is no empty text that a missing one could count as. */
    @Override
    Expression likeIfPresent(Expression text, Expression pattern) {
        return text.notNull().and(like(text, pattern));
    }

    @Override
    Expression text(Expression number) {
        return BoundFunction.of(number, "TO_CHAR(", ")");
    }
}
