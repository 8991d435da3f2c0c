package org.clientele.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.InvalidInputException;
import org.clientele.ListRequest;
import org.clientele.Outcome;
import org.clientele.Page;
import org.clientele.SourceReport;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.field.Field;
import org.clientele.field.Fields;

/**
 * A list as a CSV file: all its pages, one after the other, each record once. The columns are the variables of all sources in the
 * order of slots and maps, without passwords, the validity as a word ({@code ValidID}), and the slot of the source
 * ({@link #SOURCE}). Several values of a field stand in one cell, a line each. For one thread.
 *
 * @param <E> the kind of record
 */
public final class ListExport<E extends DirectoryEntry> {
    /** The column that names the source of a record. */
    public static final String SOURCE = "Source";

    private static final String BETWEEN_VALUES = "\n";

    private final Directory<E> directory;
    private final ListRequest request;
    private final List<String> variables;
    private final Page<E> first;

    private ListExport(Directory<E> directory, ListRequest request, List<String> variables, Page<E> first) {
        this.directory = directory;
        this.request = request;
        this.variables = variables;
        this.first = first;
    }

    /**
     * Asks for the first page.
     *
     * @param directory what is listed
     * @param request which records; its order, limit and cursor do not matter. With {@link ListRequest#withoutUnavailable} the file
     *     goes without the sources that cannot be asked
     * @throws InvalidInputException if the request is not acceptable
     * @throws SourceUnavailableException if a source cannot be asked, or answers with a part only: the file would lack rows
     */
    public static <E extends DirectoryEntry> ListExport<E> of(Directory<E> directory, ListRequest request)
            throws InvalidInputException, SourceUnavailableException {
        ListRequest whole = request.withOrder().withLimit(ListRequest.MOST_ROWS).withAfter(Optional.empty());
        Page<E> first = directory.list(whole);
        requireWhole(whole, first);
        return new ListExport<>(directory, whole, variables(directory.fields()), first);
    }

    private static List<String> variables(List<Field> fields) {
        List<String> variables = new ArrayList<>(fields.stream()
                .filter(field -> !Fields.isPassword(field))
                .map(Field::variable)
                .filter(variable -> !variable.equals(Fields.VALIDITY))
                .distinct()
                .toList());
        variables.add(Fields.VALIDITY);
        return variables;
    }

    /** Whether the file lacks the records of a source that could not be asked; it should be named so. */
    public boolean incomplete() {
        return isPart(first);
    }

    /**
     * Writes heading and rows, asking for page after page.
     *
     * @throws SourceUnavailableException if a source went away meanwhile: what was written is a part, and must not be taken for
     *     the whole
     * @throws InvalidInputException if the list cannot be followed any more, because its source was taken away
     * @throws IOException if the file cannot be written
     */
    public void writeTo(CsvWriter file) throws IOException, InvalidInputException, SourceUnavailableException {
        List<String> heading = new ArrayList<>(variables);
        heading.add(SOURCE);
        file.row(heading);
        Page<E> page = first;
        write(page, file);
        while (page.next().isPresent()) {
            page = directory.list(request.withAfter(page.next()));
            requireWhole(request, page);
            write(page, file);
        }
    }

    private void write(Page<E> page, CsvWriter file) throws IOException {
        for (E entry : page.rows()) {
            List<String> cells = new ArrayList<>();
            variables.forEach(variable -> cells.add(cell(entry, variable)));
            cells.add(entry.source());
            file.row(cells);
        }
    }

    /** The text of a field in a file. */
    static String cell(DirectoryEntry entry, String variable) {
        return variable.equals(Fields.VALIDITY)
                ? entry.validity().key()
                : String.join(BETWEEN_VALUES, entry.fields().getOrDefault(variable, List.of()));
    }

    private static void requireWhole(ListRequest request, Page<?> page) throws SourceUnavailableException {
        if (isPart(page) && !request.withoutUnavailable()) {
            String missing = String.join(
                    ", ",
                    page.sources().stream()
                            .filter(ListExport::isPart)
                            .map(SourceReport::source)
                            .toList());
            throw new SourceUnavailableException(
                    Reason.CONNECTION, "Not all records of these sources can be listed: " + missing);
        }
    }

    private static boolean isPart(Page<?> page) {
        return page.incomplete() || page.sources().stream().anyMatch(ListExport::isPart);
    }

    private static boolean isPart(SourceReport report) {
        return !report.outcome().answered() || report.outcome() == Outcome.TRUNCATED;
    }
}
