package org.clientele.backend.db;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/**
 * How statements write names, whatever characters they have.
 *
 * @param mark what stands on both sides of a name, empty if nothing does
 */
record Quotes(String mark) {
    static final Quotes NONE = new Quotes("");
    static final Quotes STANDARD = new Quotes("\"");
    static final Quotes OF_MARIA_DB = new Quotes("`");

    /** As the database says. */
    static Quotes of(DatabaseMetaData metaData) throws SQLException {
        return new Quotes(metaData.getIdentifierQuoteString().strip());
    }

    String name(String name) {
        return mark + name.replace(mark, mark + mark) + mark;
    }

    /** With its schema, or its catalog where there are no schemas. */
    String name(TableName table) {
        String name = name(table.name());
        return table.place().isEmpty() ? name : name(table.place()) + "." + name;
    }
}
