package org.clientele.spi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.clientele.Validity;
import org.clientele.field.Field;
import org.clientele.field.FieldType;
import org.clientele.field.Fields;
import org.clientele.field.Shown;

/**
 * Reads the map of a source: one key {@code map.N} per row, ten columns separated by {@code |} with {@code \|} and
 * {@code \\} as escapes, or an array of ten columns. Rows that are given override or add to the default rows by their
 * number; an empty value drops a row. Keys {@code selections.<variable>} list the allowed values as {@code value} or {@code value:label}.
 */
final class FieldMap {
    private static final int COLUMNS = 10;
    private static final String PREFIX = "map.";

    private final Settings settings;

    FieldMap(Settings settings) {
        this.settings = settings;
    }

    /** The fields in the order of their row numbers; every unreadable row is a finding. */
    List<Field> read(Map<Integer, String> defaults, List<String> requiredVariables) {
        Map<Integer, Field> rows = new TreeMap<>();
        defaults.forEach((number, row) -> parse(PREFIX + number, split(row)).ifPresent(f -> rows.put(number, f)));
        settings.rowsWithPrefix(PREFIX, FieldMap::split).forEach((suffix, row) -> override(rows, suffix, row));
        List<Field> fields = withSelections(rows.values());
        check(fields, requiredVariables);
        return fields;
    }

    private void override(Map<Integer, Field> rows, String suffix, List<String> row) {
        String key = PREFIX + suffix;
        if (!suffix.matches("0|[1-9][0-9]{0,3}")) {
            settings.error(key, "is not a row of the map; write map. and a number, for example map.17");
            return;
        }
        int number = Integer.parseInt(suffix);
        if (String.join("", row).isEmpty() && row.size() < 2) {
            rows.remove(number);
        } else {
            parse(key, row).ifPresent(field -> rows.put(number, field));
        }
    }

    private Optional<Field> parse(String key, List<String> columns) {
        if (columns.size() != COLUMNS) {
            settings.error(
                    key,
                    "has " + columns.size() + " columns instead of 10: variable | label | storage | shown | required | "
                            + "type | link | read only | link target | link classes");
            return Optional.empty();
        }
        String variable = columns.get(0);
        Optional<Shown> shown = Shown.of(columns.get(3));
        Optional<FieldType> type = FieldType.of(columns.get(5));
        boolean sound = sound(key, columns, shown, type);
        return sound
                ? Optional.of(new Field(
                        variable,
                        columns.get(1).isEmpty() ? variable : columns.get(1),
                        columns.get(2),
                        shown.orElseThrow(),
                        columns.get(4).equals("1"),
                        type.orElseThrow(),
                        columns.get(6),
                        columns.get(7).equals("1"),
                        columns.get(8),
                        columns.get(9),
                        OptionalInt.empty(),
                        Map.of()))
                : Optional.empty();
    }

    private boolean sound(String key, List<String> columns, Optional<Shown> shown, Optional<FieldType> type) {
        List<String> faults = new ArrayList<>();
        if (!columns.get(0).matches("[A-Za-z][A-Za-z0-9_]{0,99}")) {
            faults.add("the variable (column 1) is '" + columns.get(0)
                    + "'; write letters and digits, for example UserRoom");
        }
        if (columns.get(2).isEmpty()) {
            faults.add("the storage (column 3) is empty; name the column or attribute");
        }
        if (shown.isEmpty()) {
            faults.add("shown (column 4) is '" + columns.get(3) + "'; write 0, 1 or 2");
        }
        if (!columns.get(4).matches("[01]")) {
            faults.add("required (column 5) is '" + columns.get(4) + "'; write 0 or 1");
        }
        if (type.isEmpty()) {
            faults.add(
                    "dynamic_field".equals(columns.get(5))
                            ? "the type (column 6) dynamic_field is not supported yet; remove the row"
                            : "the type (column 6) is '" + columns.get(5) + "'; write var or int");
        }
        if (!columns.get(7).matches("[01]?")) {
            faults.add("read only (column 8) is '" + columns.get(7) + "'; write 0 or 1");
        }
        faults.forEach(fault -> settings.error(key, fault));
        return faults.isEmpty();
    }

    private void check(List<Field> fields, List<String> requiredVariables) {
        Map<String, Integer> count = new LinkedHashMap<>();
        fields.forEach(field -> count.merge(field.variable(), 1, Integer::sum));
        count.forEach((variable, times) -> {
            if (times > 1) {
                settings.error("map", "has " + times + " rows for " + variable + "; keep one");
            }
        });
        for (String variable : requiredVariables) {
            if (!count.containsKey(variable)) {
                settings.error("map", "has no row for " + variable + ", which every source needs; add one");
            }
        }
    }

    private List<Field> withSelections(Iterable<Field> rows) {
        Map<String, List<String>> selections = settings.listsWithPrefix("selections.");
        List<Field> fields = new ArrayList<>();
        for (Field field : rows) {
            List<String> entries = selections.remove(field.variable());
            if (entries != null) {
                fields.add(field.withSelections(selection(entries)));
            } else if (field.variable().equals(Fields.VALIDITY)) {
                fields.add(field.withSelections(validities()));
            } else {
                fields.add(field);
            }
        }
        selections
                .keySet()
                .forEach(variable -> settings.error(
                        "selections." + variable,
                        "is for a variable that the map does not have; add its row or remove this key"));
        return fields;
    }

    private static Map<String, String> selection(List<String> entries) {
        Map<String, String> selection = new LinkedHashMap<>();
        for (String entry : entries) {
            int colon = entry.indexOf(':');
            String value = colon < 0 ? entry : entry.substring(0, colon).strip();
            selection.put(value, colon < 0 ? entry : entry.substring(colon + 1).strip());
        }
        return selection;
    }

    private static Map<String, String> validities() {
        Map<String, String> selection = new LinkedHashMap<>();
        for (Validity validity : Validity.values()) {
            selection.put(Integer.toString(validity.id()), validity.key());
        }
        return selection;
    }

    private static List<String> split(String row) {
        List<String> columns = new ArrayList<>();
        StringBuilder column = new StringBuilder();
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '\\' && i + 1 < row.length() && (row.charAt(i + 1) == '|' || row.charAt(i + 1) == '\\')) {
                column.append(row.charAt(++i));
            } else if (c == '|') {
                columns.add(column.toString().strip());
                column.setLength(0);
            } else {
                column.append(c);
            }
        }
        columns.add(column.toString().strip());
        return columns;
    }
}
