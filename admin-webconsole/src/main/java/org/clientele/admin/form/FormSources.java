package org.clientele.admin.form;

import java.util.List;
import java.util.Optional;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.SourceState;
import org.clientele.SourceStatus;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.FormParameter;
import org.clientele.field.Field;

/** Finds the source whose map makes a form. */
final class FormSources {
    private final Directory<?> directory;

    FormSources(Directory<?> directory) {
        this.directory = directory;
    }

    /** The sources that records can be added to. */
    List<SourceStatus> writable() {
        return directory.sources().stream()
                .filter(SourceStatus::writable)
                .filter(source -> source.state() != SourceState.MISCONFIGURED)
                .toList();
    }

    Optional<SourceStatus> of(String slot) {
        return directory.sources().stream()
                .filter(source -> source.slot().equals(slot))
                .findFirst();
    }

    /** What can be said of a source that went while its record was looked up: the variables of the record. */
    static SourceStatus unknown(DirectoryEntry entry) {
        return new SourceStatus(
                entry.source(),
                "",
                entry.source(),
                "",
                SourceState.WAITING,
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                entry.fields().keySet().stream().map(Field::named).toList(),
                false,
                false,
                false);
    }

    /**
     * The source with its fields; if its service went while the form was open, with the fields that were sent, so that what was
     * typed can be shown again.
     */
    static SourceStatus withSentFields(SourceStatus source, Exchange exchange) {
        if (!source.fields().isEmpty()) {
            return source;
        }
        List<Field> sent = exchange.names().stream()
                .filter(name -> name.startsWith(FormParameter.WAS))
                .map(name -> Field.named(name.substring(FormParameter.WAS.length())))
                .toList();
        return source.withFields(sent);
    }
}
