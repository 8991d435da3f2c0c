package org.clientele.admin.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.SourceState;
import org.clientele.SourceStatus;
import org.clientele.admin.text.Words;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.FormParameter;
import org.clientele.field.Field;
import org.clientele.field.Fields;

/** Finds the source whose map makes a form. */
final class FormSources {
    private final Directory<?> directory;

    FormSources(Directory<?> directory) {
        this.directory = directory;
    }

    /** The sources that records can be added to. */
    List<SourceStatus> writable() {
        return directory.sources().stream().filter(SourceStatus::takesRecords).toList();
    }

    /** What the directory says of itself, unless {@code said} says it already. */
    List<String> notices(Words words, List<String> said) {
        return directory.notices().stream()
                .map(words::notice)
                .filter(notice -> !said.contains(notice))
                .toList();
    }

    Optional<SourceStatus> of(String slot) {
        return directory.sources().stream()
                .filter(source -> source.slot().equals(slot))
                .findFirst();
    }

    /** What can be said of a source that went while its record was looked up: the variables of the record. */
    static SourceStatus unknown(DirectoryEntry entry) {
        return unknown(entry.source())
                .withFields(entry.fields().keySet().stream().map(Field::named).toList());
    }

    /** What can be said of a slot that is not configured any more. */
    static SourceStatus unknown(String slot) {
        return new SourceStatus(
                slot,
                "",
                slot,
                "",
                SourceState.WAITING,
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                false,
                false,
                false,
                false);
    }

    /**
     * The source with its fields; if its service went while the form of a new record was open, with the fields that were sent, so
     * that what was typed can be shown again.
     */
    static SourceStatus toAdd(SourceStatus source, Exchange exchange) {
        return withFields(source, sent(exchange));
    }

    /** As {@link #toAdd}, of a record that is changed: the fields that could be changed. */
    static SourceStatus toEdit(SourceStatus source, Exchange exchange) {
        Stream<String> changeable = Stream.of(FormParameter.WAS, FormParameter.MINE)
                .flatMap(start -> exchange.names().stream()
                        .filter(name -> name.startsWith(start))
                        .map(name -> name.substring(start.length())))
                .distinct();
        Stream<String> password = exchange.given(Fields.PASSWORD).map(any -> Fields.PASSWORD).stream();
        return withFields(source, Stream.concat(changeable, password));
    }

    /** The variables of the fields that were sent. */
    static Stream<String> sent(Exchange exchange) {
        return exchange.names().stream().flatMap(name -> FormParameter.variable(name).stream());
    }

    private static SourceStatus withFields(SourceStatus source, Stream<String> variables) {
        return source.fields().isEmpty()
                ? source.withFields(variables.map(Field::named).toList())
                : source;
    }
}
