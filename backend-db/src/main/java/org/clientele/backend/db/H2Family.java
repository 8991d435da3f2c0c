package org.clientele.backend.db;

import java.util.List;
import org.eclipse.persistence.expressions.Expression;

/** H2. Its text order is by UTF-16 unit, so keys are compared as UTF-8 bytes. */
final class H2Family extends DatabaseFamily {

    @Override
    String urlPrefix() {
        return "jdbc:h2:";
    }

    @Override
    List<String> types() {
        return List.of("h2");
    }

    @Override
    Driver driver(String url) {
        return new Driver("org.h2.Driver", "pax-jdbc-h2");
    }

    @Override
    String existing(String url) {
        boolean file = !url.substring(urlPrefix().length()).matches("(mem|tcp|ssl|zip):.*");
        return file ? url + ";IFEXISTS=TRUE" : url;
    }

    @Override
    String platform() {
        return "org.eclipse.persistence.platform.database.H2Platform";
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
        return BoundFunction.of(text, "STRINGTOUTF8(", ")");
    }

    @Override
    boolean isKey(Column column) {
        return column.generated() && column.kind() == ColumnKind.BINARY;
    }

    @Override
    Expression text(Expression number) {
        return BoundFunction.of(number, "CAST(", " AS VARCHAR)");
    }
}
