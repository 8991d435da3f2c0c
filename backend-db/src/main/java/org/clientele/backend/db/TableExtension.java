package org.clientele.backend.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clientele.InvalidInputException;
import org.clientele.spi.Deadline;

/** Adds a text column to the table. */
final class TableExtension {
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final int LONGEST = 4000;
    private static final int MILLIS_OF_A_SECOND = 1000;

    private final OpenTable table;
    private final TableSettings settings;

    TableExtension(OpenTable table, TableSettings settings) {
        this.table = table;
        this.settings = settings;
    }

    /** Adds the column unless the table has it. */
    void add(String name, int length, Deadline deadline) throws InvalidInputException, SQLException {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new InvalidInputException(
                    "storage", "A column is named by a small letter and up to 62 small letters, digits and _.");
        }
        if (length < 1 || length > LONGEST) {
            throw new InvalidInputException("length", "The length is a number from 1 to " + LONGEST + ".");
        }
        if (exists(name)) {
            return;
        }
        try (Connection connection = table.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout((deadline.remainingMillis() + MILLIS_OF_A_SECOND - 1) / MILLIS_OF_A_SECOND);
            statement.execute(sql(connection, name, length));
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            if (!exists(name)) {
                throw e;
            }
        }
    }

    /** Every name in it was checked above or comes from the database's own description. */
    private String sql(Connection connection, String name, int length) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        String column = quote + table.metadata().family().folded(name) + quote;
        return "alter table " + table.metadata().name().quoted(quote) + " add column " + column + " varchar(" + length
                + ")";
    }

    private boolean exists(String name) throws SQLException {
        Optional<TableMetadata> now = OpenTable.describe(table.dataSource(), settings);
        return now.flatMap(metadata -> metadata.column(name)).isPresent();
    }
}
