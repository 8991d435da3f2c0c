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
    private static final String KEY = "_key";
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
        refuseUsed(name);
        if (adopted(name)) {
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
            if (!adopted(name)) {
                throw e;
            }
        }
    }

    private void refuseUsed(String name) throws InvalidInputException {
        if (settings.usedColumns().anyMatch(name::equalsIgnoreCase)) {
            throw refused(name, "is in use already; name another column.");
        }
    }

    /** Every name in it was checked above or comes from the database's own description. */
    private String sql(Connection connection, String name, int length) throws SQLException {
        Quotes quotes = Quotes.of(connection.getMetaData());
        DatabaseFamily family = table.metadata().family();
        return "alter table " + quotes.name(table.metadata().name()) + " "
                + family.addition(quotes.name(family.folded(name)), length);
    }

    /** Whether the table has a column of that name already, which then must be one that a text field can have. */
    private boolean adopted(String name) throws InvalidInputException, SQLException {
        Optional<TableMetadata> now = OpenTable.describe(table.dataSource(), settings);
        if (now.isEmpty()) {
            return false;
        }
        if (isKey(now.get(), name)) {
            throw refused(name, "is kept for the key of another column; name another column.");
        }
        Optional<Column> column = now.get().column(name);
        if (column.isPresent()
                && (column.get().kind() != ColumnKind.TEXT || column.get().generated())) {
            throw refused(name, "is in the table and holds no text that could be written; name another column.");
        }
        return column.isPresent();
    }

    private static boolean isKey(TableMetadata table, String name) {
        return name.endsWith(KEY)
                && table.column(name.substring(0, name.length() - KEY.length())).isPresent();
    }

    private static InvalidInputException refused(String name, String reason) {
        return new InvalidInputException("storage", "The column " + name + " " + reason);
    }
}
