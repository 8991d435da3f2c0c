package org.clientele.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Fills tables, past the directory. */
final class Rows {
    private static final String COLUMNS =
            "(login, email, customer_id, pw, first_name, last_name, phone, street, zip, city,"
                    + " country, valid_id, create_time, create_by, change_time, change_by)";
    private static final int ROWS_AT_ONCE = 1000;

    private final Connection connection;

    Rows(Connection connection) {
        this.connection = connection;
    }

    /** People of the numbers from {@code first} on. */
    void people(String table, long first, long count) throws SQLException, IOException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " " + COLUMNS + " from stdin");
        StringBuilder text = new StringBuilder();
        for (long row = first; row < first + count; row++) {
            text.append(Person.number(row).copied());
            if (row % ROWS_AT_ONCE == 0) {
                write(copy, text);
            }
        }
        write(copy, text);
        copy.endCopy();
    }

    void customers() throws SQLException {
        execute(String.format(
                Locale.ROOT,
                "insert into customer_company (customer_id, name, valid_id, create_time, create_by, change_time, change_by)"
                        + " select 'c' || lpad(n::text, 5, '0'), 'Company ' || n, 1, now(), 'load', now(), 'load'"
                        + " from generate_series(0, %d) n",
                Person.CUSTOMERS - 1));
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void write(CopyIn copy, StringBuilder text) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }
}
