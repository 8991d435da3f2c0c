package org.clientele.backend.db;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a table is, as the database spells it.
 *
 * @param catalog its catalog, null where the database has none
 * @param schema its schema, null where the database has none
 * @param name its name
 */
record TableName(@Nullable String catalog, @Nullable String schema, String name) {

    /**
     * Finds the table, or view, that a configuration names, perhaps with its schema before a dot. The exact spelling wins
     * over another case, the connection's own schema over others.
     */
    static Optional<TableName> find(Connection connection, String configured) throws SQLException {
        int dot = configured.indexOf('.');
        boolean schemas = connection.getSchema() != null;
        String schema = dot < 0 ? connection.getSchema() : configured.substring(0, dot);
        String catalog = dot < 0 || schemas ? connection.getCatalog() : configured.substring(0, dot);
        String name = configured.substring(dot + 1);
        TableName best = null;
        int bestRank = 0;
        try (ResultSet rows = connection.getMetaData().getTables(catalog, null, anyCase(name), null)) {
            while (rows.next()) {
                TableName found = of(rows);
                int rank = found.rank(schema, name, dot >= 0);
                if (rank > bestRank) {
                    best = found;
                    bestRank = rank;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    ResultSet columns(DatabaseMetaData metaData) throws SQLException {
        return metaData.getColumns(catalog, escaped(metaData, schema), escaped(metaData, name), null);
    }

    ResultSet uniqueIndexes(DatabaseMetaData metaData) throws SQLException {
        return metaData.getIndexInfo(catalog, schema, name, true, true);
    }

    /** All indexes; figures about them may be old. */
    ResultSet indexes(DatabaseMetaData metaData) throws SQLException {
        return metaData.getIndexInfo(catalog, schema, name, false, true);
    }

    /** The columns that refer to other tables. */
    ResultSet foreignKeys(DatabaseMetaData metaData) throws SQLException {
        return metaData.getImportedKeys(catalog, schema, name);
    }

    /** What stands before the name in a statement: the schema, or the catalog where there are no schemas. */
    String place() {
        return schema != null ? schema : catalog != null ? catalog : "";
    }

    private int rank(@Nullable String wantedSchema, String wantedName, boolean schemaGiven) {
        if (!name.equalsIgnoreCase(wantedName) || "INFORMATION_SCHEMA".equalsIgnoreCase(schema)) {
            return 0;
        }
        boolean inSchema = wantedSchema == null || wantedSchema.equalsIgnoreCase(place());
        if (schemaGiven && !inSchema) {
            return 0;
        }
        return 1 + (inSchema ? 2 : 0) + (name.equals(wantedName) ? 1 : 0);
    }

    private static TableName of(ResultSet row) throws SQLException {
        return new TableName(row.getString("TABLE_CAT"), row.getString("TABLE_SCHEM"), row.getString("TABLE_NAME"));
    }

    /** A pattern for the name in any case: everything but digits is a wildcard, and {@link #rank} looks closer. */
    private static String anyCase(String name) {
        return name.replaceAll("[^0-9]", "_");
    }

    private static @Nullable String escaped(DatabaseMetaData metaData, @Nullable String name) throws SQLException {
        String escape = metaData.getSearchStringEscape();
        return name == null || escape == null
                ? name
                : name.replace(escape, escape + escape)
                        .replace("_", escape + "_")
                        .replace("%", escape + "%");
    }
}
