package org.clientele.backend.db;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.clientele.field.NumberRange;

/** A table as its database describes it: the only names that ever reach a statement come from here. */
final class TableMetadata {
    private static final int LONGEST_WORTH_NAMING = 60_000;

    private final DatabaseFamily family;
    private final TableName name;
    private final Map<String, Column> columns;
    private final Map<String, List<String>> uniqueIndexes;
    private final Optional<Boolean> caseSensitive;
    private final SearchIndex searchIndex;

    private TableMetadata(
            DatabaseFamily family,
            TableName name,
            Map<String, Column> columns,
            Map<String, List<String>> uniqueIndexes,
            Optional<Boolean> caseSensitive,
            SearchIndex searchIndex) {
        this.family = family;
        this.name = name;
        this.columns = columns;
        this.uniqueIndexes = uniqueIndexes;
        this.caseSensitive = caseSensitive;
        this.searchIndex = searchIndex;
    }

    /**
     * Reads the table, empty if the database has none of that name.
     *
     * @param caseSensitive how the texts of the table compare, empty to find it out
     */
    static Optional<TableMetadata> read(
            Connection connection, DatabaseFamily family, String configured, Optional<Boolean> caseSensitive)
            throws SQLException {
        Optional<TableName> name = TableName.find(connection, configured);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        TableName table = name.get();
        return Optional.of(new TableMetadata(
                family,
                table,
                columns(connection, family, table),
                uniqueIndexes(connection, table),
                caseSensitive,
                SearchIndex.NONE));
    }

    /** The same with what is known about an index for free search. */
    TableMetadata with(SearchIndex index) {
        return new TableMetadata(family, name, columns, uniqueIndexes, caseSensitive, index);
    }

    /** Whether a look at the table found what was known of it already. */
    boolean isSame(TableMetadata other) {
        return family.getClass().equals(other.family.getClass())
                && name.equals(other.name)
                && columns.equals(other.columns)
                && uniqueIndexes.equals(other.uniqueIndexes)
                && caseSensitive.equals(other.caseSensitive)
                && searchIndex.equals(other.searchIndex);
    }

    DatabaseFamily family() {
        return family;
    }

    TableName name() {
        return name;
    }

    /** The column of that name, in any case where the exact one is missing. */
    Optional<Column> column(String name) {
        Column exact = columns.get(name);
        return exact != null
                ? Optional.of(exact)
                : columns.values().stream()
                        .filter(c -> c.name().equalsIgnoreCase(name))
                        .findFirst();
    }

    Column required(String name) {
        return column(name).orElseThrow(() -> new IllegalStateException("No column " + name));
    }

    Collection<Column> columns() {
        return columns.values();
    }

    /** The generated column that holds the lower-case key of a column. */
    Optional<Column> keyOf(Column column) {
        return column(column.name() + "_key").filter(family::isKey);
    }

    /** Whether the database itself takes upper and lower case for the same in this column. */
    boolean ignoresCase(Column column) {
        return column.kind() == ColumnKind.TEXT
                && caseSensitive
                        .map(sensitive -> !sensitive)
                        .orElse(column.collation().endsWith("_ci"));
    }

    /** Whether an index makes the column unique by itself. */
    boolean isUnique(Column column) {
        return uniqueIndexes.values().stream().anyMatch(names -> names.equals(List.of(column.name())));
    }

    /** Whether an index makes the key of a column unique: on its generated column, or on the expression. */
    boolean isUniqueByKey(Column column) {
        String expression = "lower" + plain(column.name());
        return keyOf(column)
                .map(this::isUnique)
                .orElseGet(() -> uniqueIndexes.values().stream()
                        .anyMatch(names ->
                                names.size() == 1 && plain(names.get(0)).equals(expression)));
    }

    /** A name or expression without what databases add when they print it. */
    static String plain(String expression) {
        return expression.replace("::text", "").replaceAll("[()\"]", "").toLowerCase(Locale.ROOT);
    }

    /** The unique indexes: the columns, or expressions over columns, by name. */
    Map<String, List<String>> uniqueIndexes() {
        return uniqueIndexes;
    }

    SearchIndex searchIndex() {
        return searchIndex;
    }

    private static Map<String, Column> columns(Connection connection, DatabaseFamily family, TableName table)
            throws SQLException {
        Map<String, String> collations = collations(connection, family, table);
        Map<String, Column> columns = new LinkedHashMap<>();
        try (ResultSet rows = table.columns(connection.getMetaData())) {
            while (rows.next()) {
                // a driver without an escape character takes _ in a name for any character
                if (table.name().equals(rows.getString("TABLE_NAME"))) {
                    Column column = column(rows, collations);
                    columns.put(column.name(), column);
                }
            }
        }
        return columns;
    }

    /** Reads the row from left to right: drivers may hold a default as a stream. */
    private static Column column(ResultSet row, Map<String, String> collations) throws SQLException {
        String name = row.getString("COLUMN_NAME");
        int type = row.getInt("DATA_TYPE");
        ColumnKind kind = ColumnKind.of(type);
        String typeName = Objects.requireNonNullElse(row.getString("TYPE_NAME"), "");
        int size = row.getInt("COLUMN_SIZE");
        boolean sized = kind == ColumnKind.TEXT && size > 0 && size <= LONGEST_WORTH_NAMING;
        boolean nullable = row.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
        String definition = row.getString("COLUMN_DEF");
        return new Column(
                name,
                kind,
                sized ? OptionalInt.of(size) : OptionalInt.empty(),
                range(type, typeName),
                nullable,
                "YES".equals(row.getString("IS_GENERATEDCOLUMN")),
                collations.getOrDefault(name, ""),
                Objects.requireNonNullElse(definition, ""));
    }

    private static Optional<NumberRange> range(int sqlType, String typeName) {
        int bits = ColumnKind.bits(sqlType);
        if (bits == 0) {
            return Optional.empty();
        }
        NumberRange range = NumberRange.ofBits(bits);
        boolean unsigned = typeName.toLowerCase(Locale.ROOT).contains("unsigned");
        long most = bits == Long.SIZE ? range.most() : (1L << bits) - 1;
        return Optional.of(unsigned ? new NumberRange(0, most) : range);
    }

    private static Map<String, String> collations(Connection connection, DatabaseFamily family, TableName table)
            throws SQLException {
        Map<String, String> collations = new HashMap<>();
        if (family instanceof MariaDbFamily) {
            String sql = "select column_name, collation_name from information_schema.columns"
                    + " where table_schema = ? and table_name = ? and collation_name is not null";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, table.catalog());
                statement.setString(2, table.name());
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        collations.put(rows.getString(1), rows.getString(2).toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
        return collations;
    }

    private static Map<String, List<String>> uniqueIndexes(Connection connection, TableName table) throws SQLException {
        Map<String, List<String>> indexes = new LinkedHashMap<>();
        try (ResultSet rows = table.uniqueIndexes(connection.getMetaData())) {
            while (rows.next()) {
                String index = rows.getString("INDEX_NAME");
                String column = rows.getString("COLUMN_NAME");
                if (index != null && column != null && rows.getString("FILTER_CONDITION") == null) {
                    indexes.computeIfAbsent(index, name -> new ArrayList<>()).add(column);
                }
            }
        }
        return indexes;
    }
}
