package org.clientele.backend.db;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.field.Field;

/** Finds the configuration key of each row of the map again, so that a finding can name it. */
final class MapRows {
    private static final String PREFIX = "map.";

    private MapRows() {}

    /** The key, for example {@code map.17}, by variable. */
    static Map<String, String> keys(Map<String, ?> properties, Map<Integer, String> defaults, List<Field> fields) {
        Map<String, String> rows = new TreeMap<>();
        defaults.forEach((number, row) -> rows.put(PREFIX + number, row));
        properties.forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                rows.put(
                        key,
                        value instanceof Object[] array && array.length > 0 ? array[0] + "|" : String.valueOf(value));
            }
        });
        Map<String, String> keys = new HashMap<>();
        for (Field field : fields) {
            rows.forEach((key, row) -> {
                if (variable(row).equals(field.variable())) {
                    keys.put(field.variable(), key);
                }
            });
        }
        return keys;
    }

    private static String variable(String row) {
        int end = row.indexOf('|');
        return (end < 0 ? row : row.substring(0, end)).strip();
    }
}
