package org.clientele.backend.db;

import java.util.List;
import java.util.Locale;
import org.eclipse.persistence.expressions.Expression;

/** MariaDB. Most of its collations ignore accents and blanks at the end, so none of them is relied on. */
final class MariaDbFamily extends DatabaseFamily {
    private static final String BINARY = "utf8mb4_bin";
    private static final String BINARY_WITHOUT_PADDING = "utf8mb4_nopad_bin";

    @Override
    String urlPrefix() {
        return "jdbc:mariadb:";
    }

    @Override
    List<String> types() {
        return List.of("mariadb", "mysql");
    }

    @Override
    Driver driver(String url) {
        return new Driver("org.mariadb.jdbc.Driver", "pax-jdbc-mariadb");
    }

    @Override
    String platform() {
        return "org.eclipse.persistence.platform.database.MySQLPlatform";
    }

    @Override
    String folded(String identifier) {
        return identifier.toLowerCase(Locale.ROOT);
    }

    @Override
    Expression fold(Expression column) {
        return BoundFunction.of(column, "(CONVERT(LOWER(", ") USING utf8mb4) COLLATE " + BINARY_WITHOUT_PADDING + ")");
    }

    @Override
    Expression exact(Expression column) {
        return BoundFunction.of(column, "(CONVERT(", " USING utf8mb4) COLLATE " + BINARY_WITHOUT_PADDING + ")");
    }

    @Override
    Expression ordered(Expression text) {
        return text;
    }

    @Override
    boolean isKey(Column column) {
        return column.generated()
                && (column.collation().equals(BINARY) || column.collation().equals(BINARY_WITHOUT_PADDING));
    }

    @Override
    boolean isExactKey(Column column) {
        return column.collation().equals(BINARY_WITHOUT_PADDING);
    }

    @Override
    Expression text(Expression number) {
        return BoundFunction.of(number, "CAST(", " AS CHAR)");
    }
}
