package org.clientele.spi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clientele.Validity;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.field.LinkTemplate;
import org.clientele.field.NumberRange;

/**
 * Reads the map of a source: one key {@code map.N} per row, ten columns separated by {@code |} with {@code \|} and
 * {@code \\} as escapes, or an array of ten columns. Rows that are given override or add to the default rows by their
 * number; an empty value drops a row. Keys {@code selections.<variable>} list the allowed values as {@code value} or {@code value:label}.
 */
final class FieldMap {
    private static final String PREFIX = "map.";

    private final Settings settings;

    FieldMap(Settings settings) {
        this.settings = settings;
    }

    /** The fields in the order of their row numbers; every unreadable row is a finding. */
    List<Field> read(Map<Integer, String> defaults, List<String> requiredVariables) {
        Map<Integer, Field> rows = new TreeMap<>();
        defaults.forEach((number, row) -> row(PREFIX + number, split(row)).ifPresent(f -> rows.put(number, f)));
        settings.rowsWithPrefix(PREFIX, FieldMap::split).forEach((suffix, row) -> override(rows, suffix, row));
        List<Field> fields = withSelections(rows.values());
        check(fields, requiredVariables);
        rows.forEach((number, field) -> checkLink(PREFIX + number, field, fields));
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
            row(key, row).ifPresent(field -> rows.put(number, field));
        }
    }

    private Optional<Field> row(String key, List<String> columns) {
        return new MapRow(settings, key, columns).field();
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

    private void checkLink(String key, Field field, List<Field> fields) {
        if (field.link().isEmpty()) {
            return;
        }
        List<String> known = fields.stream()
                .filter(other -> !Fields.isPassword(other))
                .map(Field::variable)
                .toList();
        LinkTemplate.of(field.link()).variables().stream()
                .filter(variable -> !known.contains(variable))
                .forEach(variable -> settings.error(
                        key,
                        "the link (column 7) names {" + variable + "}, which has no value here; write one of "
                                + String.join(", ", known)));
    }

    private List<Field> withSelections(Iterable<Field> rows) {
        Map<String, List<String>> selections = settings.listsWithPrefix("selections.");
        List<Field> fields = new ArrayList<>();
        for (Field field : rows) {
            List<String> entries = selections.remove(field.variable());
            if (entries != null) {
                fields.add(field.withSelections(selection(field, entries)));
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

    private Map<String, String> selection(Field field, List<String> entries) {
        String key = "selections." + field.variable();
        Map<String, String> selection = new LinkedHashMap<>();
        for (String entry : entries) {
            int colon = entry.indexOf(':');
            String value = colon < 0 ? entry : entry.substring(0, colon).strip();
            String label = colon < 0 ? entry : entry.substring(colon + 1).strip();
            if (selection.put(value, label.isEmpty() ? value : label) != null) {
                settings.error(key, "has the value '" + value + "' twice; keep one");
            }
            Optional<NumberRange> numbers = field.numbers();
            if (!value.isEmpty()
                    && numbers.isPresent()
                    && numbers.get().parse(value).isEmpty()) {
                settings.error(key, "has the value '" + value + "', but the field takes whole numbers; write numbers");
            }
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
