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

    Jdbc(DataSource pool) {
        this.pool = pool;
    }

    List<Map<String, String>> rows(String sql, Object... values) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                return rows(result);
            }
        }
    }

    private static List<Map<String, String>> rows(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        int count = columns.getColumnCount();
        List<Map<String, String>> rows = new ArrayList<>();
        while (result.next()) {
            Map<String, String> row = new LinkedHashMap<>();
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
