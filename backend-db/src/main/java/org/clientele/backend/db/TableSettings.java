package org.clientele.backend.db;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.Finding;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.spi.Settings;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.SourceSettings;

/**
 * The configuration of one table, checked as far as that goes without the database.
 *
 * @param kind customer users or customers
 * @param description what the directory knows of the source; lengths are not known here
 * @param access how the database is reached
 * @param table the table, perhaps with its schema before a dot
 * @param foreign whether the table lacks audit columns
 * @param caseSensitive whether the texts of the table differ by case, empty to find it out
 * @param customerColumn the column with the customer ID, empty for none
 * @param validColumn the column with the validity, empty for none
 * @param validColumnNamed whether the configuration names that column itself
 * @param nativeIdColumn a column whose value survives a rename
 * @param auditUser what integer audit columns get
 * @param passwords how passwords are kept
 * @param rowKeys the configuration key of each row of the map, by variable
 * @param findings everything wrong or odd
 */
record TableSettings(
        TableKind kind,
        SourceDescription description,
        DatabaseAccess access,
        String table,
        boolean foreign,
        Optional<Boolean> caseSensitive,
        String customerColumn,
        String validColumn,
        boolean validColumnNamed,
        Optional<String> nativeIdColumn,
        int auditUser,
        PasswordSettings passwords,
        Map<String, String> rowKeys,
        List<Finding> findings) {

    TableSettings {
        findings = List.copyOf(findings);
        rowKeys = Map.copyOf(rowKeys);
    }

    static TableSettings read(Map<String, ?> properties, TableKind kind) {
        return read(new Settings(properties), properties, kind);
    }

    /** The same from settings that can be asked afterwards which keys there are. */
    static TableSettings read(Settings settings, Map<String, ?> properties, TableKind kind) {
        SourceDescription description = SourceSettings.read(settings, kind.defaults());
        DatabaseAccess access = DatabaseAccess.read(settings);
        String table = nonEmpty(settings, "table", kind.table());
        boolean foreign = settings.flag("foreignDb", false);
        String customer =
                kind.customerColumn().isEmpty() ? "" : nonEmpty(settings, "customerId", kind.customerColumn());
        String valid = settings.text("customerValid", kind.validColumn());
        boolean validNamed = settings.optional("customerValid").isPresent();
        Optional<String> nativeId = settings.optional("nativeId").filter(column -> !column.isEmpty());
        int auditUser = settings.number("auditUserId", 1, 0, Integer.MAX_VALUE);
        Optional<Boolean> caseSensitive = settings.optionalFlag("caseSensitive");
        PasswordSettings passwords = kind.customerColumn().isEmpty()
                ? PasswordSettings.NONE
                : PasswordSettings.read(settings, access, description.rules().readOnly());
        checkKey(settings, description, kind);
        Map<String, String> rowKeys = MapRows.keys(properties, kind.defaults().map(), description.fields());
        ColumnUse use = new ColumnUse(settings, description, rowKeys);
        use.checkPassword(Map.of("customerId", customer, "customerValid", valid, "nativeId", nativeId.orElse("")));
        if (valid.isEmpty()) {
            settings.warning(
                    "customerValid", "is empty: every record counts as valid; name the column if there is one");
        }
        return new TableSettings(
                kind,
                description,
                access,
                table,
                foreign,
                caseSensitive,
                customer,
                valid,
                validNamed,
                nativeId,
                auditUser,
                passwords,
                rowKeys,
                settings.findings());
    }

    boolean faulty() {
        return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }

    Optional<Field> passwordField() {
        return description.fields().stream().filter(TableSettings::isPassword).findFirst();
    }

    /** The columns that no further field may have, whether the table has them or not. */
    Stream<String> usedColumns() {
        return Stream.of(
                        description.fields().stream().map(Field::storage),
                        Stream.of(
                                description.search().idField(),
                                ColumnUse.passwordColumn(description),
                                customerColumn,
                                validColumn),
                        nativeIdColumn.stream(),
                        Audit.COLUMNS.stream())
                .flatMap(names -> names);
    }

    static boolean isPassword(Field field) {
        return field.variable().equalsIgnoreCase(Fields.PASSWORD);
    }

    private static String nonEmpty(Settings settings, String key, String absent) {
        return settings.optional(key).filter(value -> !value.isEmpty()).orElse(absent);
    }

    private static void checkKey(Settings settings, SourceDescription description, TableKind kind) {
        String key = description.search().idField();
        Optional<String> mapped = description.field(kind.idVariable()).map(Field::storage);
        if (mapped.isPresent() && !mapped.get().equals(key)) {
            settings.error(
                    "customerKey",
                    "is '" + key + "' but the row " + kind.idVariable() + " of the map has the column '" + mapped.get()
                            + "'; write the same column in both");
        }
    }
}
