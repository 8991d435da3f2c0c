package org.clientele.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The floor: JDBC by hand, on the same pool. A row is a map of texts, as a caller would want it. */
final class Jdbc {
    /** What a source reads: the key and the columns of its map; never the password. */
    static final String COLUMNS = "lower(login) collate \"C\" as sort_key, login, title, first_name, last_name, email,"
            + " customer_id, phone, fax, mobile, street, zip, city, country, comments, valid_id";

    private final DataSource pool;

    /** Several statements on one connection. */
    @FunctionalInterface
    interface Work {
        void run(Statements statements) throws SQLException;
    }

    Jdbc(DataSource pool) {
        this.pool = pool;
    }

    List<Map<String, String>> rows(String sql, Object... values) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return new Statements(connection).rows(sql, values);
        }
    }

    int update(String sql, Object... values) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return new Statements(connection).update(sql, values);
        }
    }

    void transaction(Work work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            work.run(new Statements(connection));
            connection.commit();
        }
    }

    /** Statements on one connection. */
    record Statements(Connection connection) {

        List<Map<String, String>> rows(String sql, Object... values) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, values);
                try (ResultSet result = statement.executeQuery()) {
                    return read(result);
                }
            }
        }

        int update(String sql, Object... values) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, values);
                return statement.executeUpdate();
            }
        }

        private static void bind(PreparedStatement statement, Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
        }

        private static List<Map<String, String>> read(ResultSet result) throws SQLException {
            ResultSetMetaData columns = result.getMetaData();
            int count = columns.getColumnCount();
            List<Map<String, String>> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, String> row = new LinkedHashMap<>(2 * count);
                for (int i = 1; i <= count; i++) {
                    String value = result.getString(i);
                    if (value != null) {
                        row.put(columns.getColumnLabel(i), value);
                    }
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
