package org.clientele.backend.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A database for tests, with the statements that make its default tables. */
interface TestDatabase {

    /** A data source that opens a new connection each time. */
    DataSource unpooled();

    /** The data source that a source gets. */
    default DataSource dataSource() {
        return unpooled();
    }

    /** The URL with which a source makes its own pool. */
    String url();

    String user();

    String password();

    /** The name of the driver class. */
    String driver();

    String customerUserTable();

    String customerTable();

    default void run(String... statements) {
        try (Connection connection = unpooled().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Drops a table if it is there. */
    default void drop(String table) {
        run("drop table if exists " + table);
    }

    /** All rows of a query, columns joined by a blank. */
    default String query(String sql) {
        try (Connection connection = unpooled().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            StringBuilder text = new StringBuilder();
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    text.append(i == 1 ? "" : " ").append(rows.getString(i));
                }
                text.append('\n');
            }
            return text.toString().strip();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    default void reset() {
        drop("customer_user");
        drop("customer_company");
        run((customerUserTable() + ";" + customerTable()).split(";\\s*"));
    }
}
