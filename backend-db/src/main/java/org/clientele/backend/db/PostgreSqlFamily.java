package org.clientele.backend.db;

import java.util.List;
import java.util.Locale;
import org.eclipse.persistence.expressions.Expression;

/** PostgreSQL. Keys are expressions, with expression indexes. */
final class PostgreSqlFamily extends DatabaseFamily {
    private static final char NEVER_STORED = '\uFFFF';

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
}
