package org.clientele.backend.db;

import java.util.List;
import java.util.stream.Collectors;

/** Texts as one value of a statement. */
final class JsonArray {
    private static final char FIRST_PRINTABLE = ' ';

    private JsonArray() {}

    static String of(List<?> texts) {
        return texts.stream().map(text -> quoted(String.valueOf(text))).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c < FIRST_PRINTABLE) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
