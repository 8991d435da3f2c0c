package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** All rows of all tables of an embedded database as one text, to be searched for what must not be there any more. */
final class WholeDatabase {
    private WholeDatabase() {}

    /** Whether none of these values is there, in whatever case and column. */
    static void assertKnowsNothingOf(String url, Collection<String> values) throws SQLException {
        String text = text(url).toLowerCase(Locale.ROOT);
        for (String value : values) {
            assertThat(text).doesNotContain(value.toLowerCase(Locale.ROOT));
        }
    }

    /** Whether all of these values are there: what the search finds nothing of afterwards it has found before. */
    static void assertKnows(String url, Collection<String> values) throws SQLException {
        assertThat(text(url)).contains(values);
    }

    private static String text(String url) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Connection connection = DriverManager.getConnection(url, "clientele", "clientele")) {
            for (String table : tables(connection)) {
                append(table, connection, text);
            }
        }
        return text.toString();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, "PUBLIC", null, new String[] {"BASE TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        assertThat(tables).contains("CUSTOMER_USER", "CUSTOMER_USER_REF", "CUSTOMER_USER_PREFERENCE");
        return tables;
    }

    private static void append(String table, Connection connection, StringBuilder text) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
            while (rows.next()) {
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    text.append(value(rows, column)).append('\n');
                }
            }
        }
    }

    private static String value(ResultSet rows, int column) throws SQLException {
        @Nullable Object value = rows.getObject(column);
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : rows.getString(column);
    }

    /** Takes all rows but those that migration, numbers and the memory of nodes that are open need. */
    static void empty(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "clientele", "clientele");
                Statement statement = connection.createStatement()) {
            statement.execute("set referential_integrity false");
            for (String table : tables(connection)) {
                if (!table.matches("DATABASECHANGELOG.*|CLIENTELE_SEQUENCE|SOURCE_ANSWERED")) {
                    statement.execute("delete from \"" + table + "\"");
                }
            }
            statement.execute("set referential_integrity true");
        }
    }

    static void shutDown(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "clientele", "clientele");
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
    }
}
