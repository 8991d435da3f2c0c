package org.clientele.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clientele.audit.AuditChange;

/** The changes of an entry in one column: a line each, field, old value and new value separated by tabs. */
final class ChangeText {

    private static final int PARTS = 3;

    private ChangeText() {}

    static String of(List<AuditChange> changes) {
        return changes.stream()
                .map(change ->
                        escaped(change.field()) + '\t' + escaped(change.before()) + '\t' + escaped(change.after()))
                .collect(Collectors.joining("\n"));
    }

    static List<AuditChange> parsed(String text) {
        List<AuditChange> changes = new ArrayList<>();
        for (String line : text.isEmpty() ? new String[0] : text.split("\n", -1)) {
            String[] parts = line.split("\t", PARTS);
            changes.add(new AuditChange(plain(parts, 0), plain(parts, 1), plain(parts, 2)));
        }
        return changes;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    /** A line that somebody cut by hand has fewer parts. */
    private static String plain(String[] parts, int part) {
        if (part >= parts.length) {
            return "";
        }
        String text = parts[part];
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean escape = c == '\\' && at + 1 < text.length();
            plain.append(escape ? meant(text.charAt(++at)) : c);
        }
        return plain.toString();
    }

    private static char meant(char escaped) {
        return switch (escaped) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> escaped;
        };
    }
}
