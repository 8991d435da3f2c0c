package org.clientele.admin.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.SourceState;
import org.clientele.SourceStatus;
import org.clientele.admin.web.Exchange;
import org.clientele.field.Field;
import org.clientele.field.FieldType;
import org.clientele.field.Shown;

/** Finds the source whose map makes a form. */
final class FormSources {
    private static final String WAS = "was-";

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
                entry.fields().keySet().stream().map(FormSources::plain).toList(),
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
                .filter(name -> name.startsWith(WAS))
                .map(name -> plain(name.substring(WAS.length())))
                .toList();
        return new SourceStatus(
                source.slot(),
                source.sourceId(),
                source.name(),
                source.backEnd(),
                source.state(),
                source.writable(),
                source.findings(),
                source.lastError(),
                source.latency(),
                sent,
                source.generatesLogins(),
                source.renames());
    }

    private static Field plain(String variable) {
        return new Field(
                variable,
                variable,
                variable,
                Shown.RECORD,
                false,
                FieldType.VAR,
                "",
                false,
                "",
                "",
                OptionalInt.empty(),
                Map.of());
    }
}
