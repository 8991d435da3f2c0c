package org.clientele.admin.transfer;

import java.util.List;
import java.util.stream.Collectors;
import org.clientele.AlreadyExistsException;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.ReadOnlyException;
import org.clientele.SourceStatus;
import org.clientele.StaleException;
import org.clientele.admin.text.Words;

/** Why rows are refused, in the language of whoever imports them. */
final class RowWords {
    private final Words words;
    private final List<SourceStatus> sources;

    RowWords(Words words, List<SourceStatus> sources) {
        this.words = words;
        this.sources = List.copyOf(sources);
    }

    String of(DirectoryException cause) {
        if (cause instanceof InvalidInputException invalid) {
            return invalid.faults().entrySet().stream()
                    .map(fault ->
                            withLabel(label(fault.getKey()), words.fault(fault.getValue(), label(fault.getKey()))))
                    .collect(Collectors.joining(" "));
        }
        if (cause instanceof AlreadyExistsException exists) {
            return words.get(exists.momentary() ? "fault.busy" : "fault.taken", label(exists.variable()));
        }
        if (cause instanceof ReadOnlyException) {
            return words.get("import.readonly");
        }
        if (cause instanceof StaleException) {
            return words.get("form.stale.record");
        }
        return cause instanceof NotFoundException ? words.get("users.answer.404") : words.unavailable(cause);
    }

    String ended(long row, String message) {
        return words.get("import.ended", Long.toString(row), message);
    }

    String broken() {
        return words.get("import.broken");
    }

    private static String withLabel(String label, String message) {
        return message.contains(label) || label.isEmpty() ? message : label + ": " + message;
    }

    private String label(String variable) {
        if (variable.equals("row") || variable.equals("columns")) {
            return words.get("import.row");
        }
        return sources.stream()
                .flatMap(source -> source.fields().stream())
                .filter(field -> field.variable().equals(variable))
                .findFirst()
                .map(words::label)
                .orElse(variable);
    }
}
