package org.clientele.backend.db;

import java.util.List;
import java.util.Locale;
import org.eclipse.persistence.expressions.Expression;

/**
 * Apache Derby. It pads texts with blanks before it compares them, so what is compared ends with a tab, which sorts before
 * the blank; and it sorts by UTF-16 unit, see {@link UnitOrder}. It finds keys by index only where they are parameters as
 * they are, so those are folded here, by the same rules: Derby is written in Java.
 */
final class DerbyFamily extends DatabaseFamily {
    private static final String END = "\t";

    @Override
    String urlPrefix() {
        return "jdbc:derby:";
    }

    @Override
    List<String> types() {
        return List.of("derby", "apache derby");
    }

    @Override
    Driver driver(String url) {
        return url.startsWith("jdbc:derby://")
                ? new Driver("org.apache.derby.jdbc.ClientDriver", "pax-jdbc-derbyclient")
                : new Driver("org.apache.derby.jdbc.EmbeddedDriver", "pax-jdbc-derby");
    }

    @Override
    String existing(String url) {
        return url.replaceAll("(?i);create=true", "");
    }

    @Override
    String platform() {
        return "org.eclipse.persistence.platform.database.DerbyPlatform";
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
        return whole(text);
    }

    /** Longer ones than this type cannot be compared. */
    @Override
    Expression whole(Expression text) {
        return BoundFunction.of(text, "CAST(", " || '" + END + "' AS VARCHAR(32672))");
    }

    @Override
    boolean isKey(Column column) {
        return column.generated()
                && column.definition().toLowerCase(Locale.ROOT).contains("lower(")
                && column.definition().contains("'" + END + "'");
    }

    @Override
    boolean ordersByUnit() {
        return true;
    }

    @Override
    String lastCharacter() {
        return "\uFFFF";
    }

    /** One list of any length is less work than some that are joined: their number makes its compiler's stack overflow. */
    @Override
    int longestList() {
        return Integer.MAX_VALUE;
    }

    /** A list under NOT becomes as many nested conditions. */
    @Override
    Expression not(Expression condition) {
        return BoundFunction.of(condition, "CASE WHEN ", " THEN 1 ELSE 0 END").equal(0);
    }

    /** Else a number that is too big for the column fails before it is compared. */
    @Override
    Expression typed(Expression parameter, Class<?> type) {
        return type == Long.class ? BoundFunction.of(parameter, "CAST(", " AS BIGINT)") : parameter;
    }

    @Override
    Expression like(Expression text, Expression pattern) {
        return likeWithEscape(text, pattern);
    }

    @Override
    Expression keyOf(Expression parameter) {
        return new ChangedParameter(parameter, text -> text.toLowerCase(Locale.ROOT) + END);
    }

    @Override
    Expression key(Expression parameter) {
        return wholeOf(parameter);
    }

    @Override
    Expression wholeOf(Expression parameter) {
        return new ChangedParameter(parameter, text -> text + END);
    }

    @Override
    Expression text(Expression number) {
        return BoundFunction.of(number, "TRIM(CAST(", " AS CHAR(40)))");
    }
}
