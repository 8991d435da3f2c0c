package org.clientele.backend.db;

import java.util.List;
import java.util.Map;
import org.clientele.field.Field;
import org.clientele.spi.SearchSettings;
import org.clientele.spi.Settings;
import org.clientele.spi.SourceDescription;

/** Checks that a configuration uses no column for two things that do not go together. */
final class ColumnUse {
    private static final String USUAL_PASSWORD_COLUMN = "pw";

    private final Settings settings;
    private final SourceDescription description;
    private final Map<String, String> rowKeys;

    ColumnUse(Settings settings, SourceDescription description, Map<String, String> rowKeys) {
        this.settings = settings;
        this.description = description;
        this.rowKeys = rowKeys;
    }

    /** The column of the row for passwords; without such a row the usual one, which may hold hashes all the same. */
    static String passwordColumn(SourceDescription description) {
        return description.fields().stream()
                .filter(TableSettings::isPassword)
                .map(Field::storage)
                .findFirst()
                .orElse(USUAL_PASSWORD_COLUMN);
    }

    /** A stored hash is neither shown nor searched, whatever a configuration calls it. */
    void checkPassword(Map<String, String> singleColumns) {
        description.fields().stream()
                .filter(field -> !TableSettings.isPassword(field))
                .forEach(field -> refusePassword(row(field), List.of(field.storage())));
        SearchSettings search = description.search();
        refusePassword("customerKey", List.of(search.idField()));
        refusePassword("listFields", search.listFields());
        refusePassword("searchFields", search.searchFields());
        refusePassword("postMasterSearchFields", search.postMasterFields());
        refusePassword("nameFields", search.nameFields());
        singleColumns.forEach((key, column) -> refusePassword(key, List.of(column)));
    }

    private void refusePassword(String key, List<String> columns) {
        String password = passwordColumn(description);
        if (columns.stream().anyMatch(password::equalsIgnoreCase)) {
            settings.error(key, "names the column '" + password + "', which is for passwords; write another column");
        }
    }

    private String row(Field field) {
        return rowKeys.getOrDefault(field.variable(), "map");
    }
}
