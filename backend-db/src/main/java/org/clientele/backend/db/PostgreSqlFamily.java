package org.clientele.backend.db;

import java.util.List;
import java.util.Locale;

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
    String driverClass() {
        return "org.postgresql.Driver";
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
    String textType() {
        return "VARCHAR";
    }

    @Override
    String[] foldOperator() {
        return new String[] {"(LOWER(", ") COLLATE \"C\")"};
    }

    @Override
    String[] exactOperator() {
        return new String[] {"(", " COLLATE \"C\")"};
    }

    @Override
    String[] orderedOperator() {
        return new String[0];
    }

    @Override
    boolean isKey(Column column) {
        return false;
    }

    @Override
    boolean isExactKey(Column column) {
        return true;
    }

    /** PostgreSQL refuses the character zero even in a value to look for; no stored text has either character. */
    @Override
    String searchable(String text) {
        return text.replace('\0', NEVER_STORED);
    }
}
