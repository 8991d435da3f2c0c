package org.clientele.backend.db;

import java.util.List;
import java.util.Locale;
import org.clientele.spi.SourceQuery.Position;
import org.eclipse.persistence.expressions.Expression;

/** PostgreSQL. Keys are expressions, with expression indexes. */
final class PostgreSqlFamily extends DatabaseFamily {
    private static final char NEVER_STORED = '\uFFFF';
    private static final String BEHIND_ALL = Character.toString(Character.MAX_CODE_POINT);

    @Override
    String urlPrefix() {
        return "jdbc:postgresql:";
    }

    @Override
    List<String> types() {
        return List.of("postgresql", "postgres", "pg");
    }

    @Override
    Driver driver(String url) {
        return new Driver("org.postgresql.Driver", "pax-jdbc-postgresql");
    }

    @Override
    String platform() {
        return "org.eclipse.persistence.platform.database.PostgreSQLPlatform";
    }

    @Override
    String folded(String identifier) {
        return identifier.toLowerCase(Locale.ROOT);
    }

    @Override
    Expression fold(Expression column) {
        return BoundFunction.of(column, "(LOWER(", ") COLLATE \"C\")");
    }

    @Override
    Expression exact(Expression column) {
        return BoundFunction.of(column, "(", " COLLATE \"C\")");
    }

    @Override
    Expression ordered(Expression text) {
        return text;
    }

    @Override
    boolean isKey(Column column) {
        return false;
    }

    @Override
    boolean indexesExpressions() {
        return true;
    }

    /** Since version 13; those before sort the whole, as they would anyway. */
    @Override
    boolean sortsBehindIndex() {
        return true;
    }

    @Override
    Expression text(Expression number) {
        return BoundFunction.of(number, "CAST(", " AS VARCHAR)");
    }

    /** PostgreSQL refuses the character zero even in a value to look for; no stored text has either character. */
    @Override
    String searchable(String text) {
        return text.replace('\0', NEVER_STORED);
    }

    /** What is behind a text with the character zero is behind the part before it, for no stored text has it. */
    @Override
    Position bound(Position position) {
        String key = beforeZero(position.key());
        // a record with the shorter key is before the place, whatever its id is
        return new Position(key, key.equals(position.key()) ? beforeZero(position.id()) : BEHIND_ALL);
    }

    private static String beforeZero(String text) {
        int zero = text.indexOf('\0');
        return zero < 0 ? text : text.substring(0, zero);
    }
}
