package org.clientele.backend.db;

import java.util.Locale;
import java.util.Optional;

/** The statements that give a column a key and an index, as docs/databases.md has them for the default table. */
final class KeyStatements {
    private static final int USUAL_LENGTH = 191;
    private static final int BYTES_OF_A_CHARACTER = 4;

    private KeyStatements() {}

    /** Empty where there is no recipe that fits every table. */
    static Optional<String> of(TableMetadata table, Column column, boolean unique) {
        DatabaseFamily family = table.family();
        if (column.kind() != ColumnKind.TEXT) {
            return Optional.empty();
        }
        if (family instanceof PostgreSqlFamily) {
            String expression = "((lower(" + Quotes.STANDARD.name(column.name()) + ") collate \"C\"))";
            return Optional.of(index(table, column, unique, Quotes.STANDARD) + expression);
        }
        if (family instanceof H2Family) {
            return Optional.of(keyed(table, column, unique, Quotes.STANDARD, h2Key(column)));
        }
        return family instanceof MariaDbFamily
                ? Optional.of(keyed(table, column, unique, Quotes.OF_MARIA_DB, mariaDbKey(column)))
                : Optional.empty();
    }

    /** The column first, where it is not there yet. */
    private static String keyed(TableMetadata table, Column column, boolean unique, Quotes quotes, String type) {
        String key = quotes.name(keyName(column));
        String addition = table.keyOf(column).isPresent()
                ? ""
                : "alter table " + quotes.name(table.name()) + " add column " + key + " " + type + "; ";
        return addition + index(table, column, unique, quotes) + "(" + key + ")";
    }

    private static String h2Key(Column column) {
        return "varbinary(" + BYTES_OF_A_CHARACTER * length(column) + ") generated always as (stringtoutf8(lower("
                + Quotes.STANDARD.name(column.name()) + ")))";
    }

    private static String mariaDbKey(Column column) {
        return "varchar(" + length(column)
                + ") character set utf8mb4 collate utf8mb4_nopad_bin generated always as (lower("
                + Quotes.OF_MARIA_DB.name(column.name()) + ")) stored";
    }

    private static String index(TableMetadata table, Column column, boolean unique, Quotes quotes) {
        // not _key or _idx: PostgreSQL gives these names to constraints and indexes that have none
        String index = quotes.name(table.name().name() + "_" + column.name() + "_lookup");
        return "create " + (unique ? "unique " : "") + "index " + index + " on " + quotes.name(table.name()) + " ";
    }

    /** In the case of the column it belongs to: that is how the key is found. */
    private static String keyName(Column column) {
        boolean upper = column.name().equals(column.name().toUpperCase(Locale.ROOT));
        return column.name() + (upper ? "_KEY" : "_key");
    }

    private static int length(Column column) {
        return column.size().orElse(USUAL_LENGTH);
    }
}
