package org.clientele.backend.db;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clientele.SourceUnavailableException;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.spi.StepReport;

/** Which indexes a table has for what is asked most, and the statements that make the others. */
final class TableIndexes {
    private final TableSettings settings;
    private final TableMetadata table;
    private final Set<String> leading;

    /** @param leading what each index has first, a column or an expression, as {@link TableMetadata#plain} leaves it */
    private TableIndexes(TableSettings settings, TableMetadata table, Set<String> leading) {
        this.settings = settings;
        this.table = table;
        this.leading = Set.copyOf(leading);
    }

    static TableIndexes read(Connection connection, TableSettings settings, TableMetadata table)
            throws SourceUnavailableException {
        Set<String> leading = new HashSet<>();
        try (ResultSet rows = table.name().indexes(connection.getMetaData())) {
            while (rows.next()) {
                boolean first = rows.getInt("ORDINAL_POSITION") == 1;
                boolean index = rows.getShort("TYPE") != DatabaseMetaData.tableIndexStatistic;
                String what = rows.getString("COLUMN_NAME");
                if (first && index && what != null && rows.getString("FILTER_CONDITION") == null) {
                    leading.add(TableMetadata.plain(what));
                }
            }
        } catch (SQLException e) {
            throw Faults.of(settings.description().slot(), e);
        }
        return new TableIndexes(settings, table, leading);
    }

    /** Whether no two records can have the same login or customer ID. */
    TableIndexes key(StepReport report) {
        Optional<Column> id = table.column(settings.description().search().idField());
        if (id.isEmpty()) {
            report.warn("There is no column " + settings.description().search().idField());
        } else if (table.isUniqueByKey(id.get())) {
            report.say(id.get().name() + " is unique whatever its case");
        } else if (table.isUnique(id.get())) {
            report.say(id.get().name() + " is unique");
            if (!table.ignoresCase(id.get())) {
                warn(report, id.get(), "is unique only as it is written: ann and Ann can both be there", true);
            }
        } else {
            report.say(id.get().name() + " is not unique");
            warn(report, id.get(), "has no unique index: the same one can be there twice", true);
        }
        return this;
    }

    /** Whether look-ups and searches read the whole table. */
    boolean others(StepReport report) {
        Set<Column> asked = new LinkedHashSet<>();
        table.column(settings.description().search().idField()).ifPresent(asked::add);
        settings.description()
                .field(Fields.EMAIL)
                .map(Field::storage)
                .flatMap(table::column)
                .ifPresent(asked::add);
        table.column(settings.customerColumn()).ifPresent(asked::add);
        report.say("Look-ups are served by indexes");
        for (Column column : asked) {
            if (!isServed(column)) {
                report.say("Some look-ups read the whole table");
                warnOfReading(report, column);
            }
        }
        table.searchIndex()
                .wanted()
                .ifPresent(statements ->
                        report.warn("searchFields have no index together, so that a search reads the whole table; run: "
                                + statements));
        return true;
    }

    private void warnOfReading(StepReport report, Column column) {
        String what = "has no index of its key, so that look-ups by it read the whole table";
        boolean id =
                column.name().equalsIgnoreCase(settings.description().search().idField());
        if (id && !table.isUniqueByKey(column)) {
            report.warn(shown(column) + " " + what + "; the unique index for it serves them");
        } else {
            warn(report, column, what, false);
        }
    }

    private boolean isServed(Column column) {
        Optional<Column> key = table.keyOf(column);
        String wanted = key.isPresent() ? key.get().name() : "lower" + column.name();
        return leading.contains(TableMetadata.plain(wanted));
    }

    private void warn(StepReport report, Column column, String what, boolean unique) {
        String how = KeyStatements.of(table, column, unique)
                .map(statements -> "run: " + statements)
                .orElse("docs/databases.md has the statements");
        report.warn(shown(column) + " " + what + "; " + how);
    }

    private static String shown(Column column) {
        return column.name().toLowerCase(Locale.ROOT);
    }
}
