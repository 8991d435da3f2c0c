package org.clientele.backend.db;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.clientele.Finding;
import org.clientele.field.Field;
import org.clientele.spi.SearchSettings;

/** Compares a configuration with the table that the database has. */
final class StorageCheck {
    private final TableSettings settings;
    private final TableMetadata table;
    private final List<Finding> findings = new ArrayList<>();

    private StorageCheck(TableSettings settings, TableMetadata table) {
        this.settings = settings;
        this.table = table;
    }

    static List<Finding> findings(TableSettings settings, TableMetadata table) {
        StorageCheck check = new StorageCheck(settings, table);
        check.columns();
        check.keyIndex();
        check.searchIndex();
        return check.findings;
    }

    /** What concerns the columns, and no index. */
    static List<Finding> columnFindings(TableSettings settings, TableMetadata table) {
        StorageCheck check = new StorageCheck(settings, table);
        check.columns();
        return check.findings;
    }

    static Finding missingTable(TableSettings settings) {
        return Finding.warning(
                "table", "'" + settings.table() + "' is not in the database; the source waits until it is there");
    }

    private void columns() {
        rows();
        lists();
        singleColumns();
        audit();
        passwords();
    }

    private void rows() {
        for (Field field : settings.description().fields()) {
            need(settings.rowKeys().getOrDefault(field.variable(), "map"), field.storage());
        }
    }

    private void lists() {
        SearchSettings search = settings.description().search();
        need("customerKey", search.idField());
        search.listFields().forEach(name -> need("listFields", name));
        search.searchFields().forEach(name -> need("searchFields", name));
        search.postMasterFields().forEach(name -> need("postMasterSearchFields", name));
        search.nameFields().forEach(name -> need("nameFields", name));
        if (search.searchFields().isEmpty()) {
            findings.add(Finding.error("searchFields", "is empty; name the columns to search"));
        }
        if (search.postMasterFields().isEmpty() && !settings.customerColumn().isEmpty()) {
            findings.add(Finding.error("postMasterSearchFields", "is empty; name the column of the e-mail address"));
        }
    }

    private void singleColumns() {
        if (!settings.customerColumn().isEmpty()) {
            need("customerId", settings.customerColumn());
        }
        settings.nativeIdColumn().ifPresent(name -> need("nativeId", name));
        String valid = settings.validColumn();
        if (settings.validColumnNamed() && !valid.isEmpty()) {
            need("customerValid", valid);
        } else if (!valid.isEmpty() && table.column(valid).isEmpty()) {
            findings.add(Finding.warning(
                    "customerValid",
                    "is absent and the table has no column '" + valid + "': every record counts as valid"));
        }
    }

    private void audit() {
        List<String> missing = Audit.COLUMNS.stream()
                .filter(name -> table.column(name).isEmpty())
                .toList();
        if (!settings.foreign() && !missing.isEmpty()) {
            findings.add(Finding.error(
                    "foreignDb", "is 0 but the table has no " + String.join(", ", missing) + "; write foreignDb = 1"));
        }
    }

    private void passwords() {
        PasswordFormat format = settings.passwords().format();
        Optional<Column> column = settings.passwordField().flatMap(field -> table.column(field.storage()));
        int size = column.map(Column::size).orElse(OptionalInt.empty()).orElse(Integer.MAX_VALUE);
        if (size < format.length() && !settings.description().rules().readOnly()) {
            findings.add(Finding.warning(
                    "passwordFormat",
                    "is " + format.key() + ", which needs " + format.length() + " characters, but the column "
                            + column.orElseThrow().name() + " has " + size
                            + ": passwords cannot be set; widen the column or write another format"));
        }
    }

    private void keyIndex() {
        Optional<Column> id = table.column(settings.description().search().idField());
        if (!table.family().indexesExpressions()
                && id.isPresent()
                && table.keyOf(id.get()).isEmpty()) {
            findings.add(
                    Finding.warning(
                            "table",
                            "has no generated column " + id.get().name()
                                    + "_key, so that look-ups and lists read the whole table; docs/databases.md has the statement"));
        }
    }

    private void searchIndex() {
        table.searchIndex()
                .wanted()
                .ifPresent(statements -> findings.add(Finding.warning(
                        "searchFields",
                        "have no index together, so that a search reads the whole table; run: " + statements)));
    }

    private void need(String key, String column) {
        if (table.column(column).isEmpty()) {
            findings.add(Finding.error(
                    key, "names the column '" + column + "', which the table " + settings.table() + " does not have"));
        }
    }
}
