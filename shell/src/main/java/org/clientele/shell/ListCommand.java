package org.clientele.shell;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.DirectoryEntry;
import org.clientele.DirectoryException;
import org.clientele.ListRequest;
import org.clientele.Outcome;
import org.clientele.Ownership;
import org.clientele.Page;
import org.clientele.SourceUnavailableException;
import org.jspecify.annotations.Nullable;

/** Lists one page of records; what is missing from it is said below the table, or on the error stream for scripts. */
abstract class ListCommand<E extends DirectoryEntry> extends DirectoryCommand<E> {
    @Option(name = "--limit", description = "The most rows, 1 to 1000")
    int limit = ListRequest.MOST_ROWS;

    @Option(name = "--include-invalid", description = "List records that are not valid too")
    boolean includeInvalid;

    @Option(name = "--after", description = "Go on after a page: the cursor that the page ended with")
    @Nullable
    String after;

    @Option(
            name = "--without-unavailable",
            description = "List the rest even if a source that is configured with \"die\" cannot be asked")
    boolean withoutUnavailable;

    @Option(name = "--no-format", description = "Print values separated by tabs, without headers")
    boolean noFormat;

    @Argument(name = "TEXT", description = "What to search for; everything if absent", multiValued = true)
    List<String> text = List.of();

    abstract @Nullable String slot();

    abstract Table table();

    abstract void addTo(Table table, E record);

    @Override
    void run() throws DirectoryException, CommandException {
        Page<E> page = page();
        Table table = table();
        page.rows().forEach(record -> addTo(table, record));
        table.print(out, noFormat);
        remarks(page, noFormat ? err : out);
    }

    private Page<E> page() throws DirectoryException, CommandException {
        try {
            return directory().list(request());
        } catch (SourceUnavailableException e) {
            throw Failure.because(e.getMessage() + " (--without-unavailable lists the rest)");
        }
    }

    private ListRequest request() {
        return ListRequest.ALL
                .withSearch(String.join(" ", text))
                .withLimit(limit)
                .withAfter(Optional.ofNullable(after))
                .withIncludeInvalid(includeInvalid)
                .withSource(Optional.ofNullable(slot()))
                .withoutUnavailable(withoutUnavailable);
    }

    private void remarks(Page<E> page, PrintStream remarks) {
        page.notices().forEach(notice -> remarks.println(Plain.text(notice)));
        page.sources().stream()
                .filter(report -> report.outcome() != Outcome.ANSWERED)
                .forEach(report -> remarks.println(Plain.text(describe(report))));
        if (page.incomplete()) {
            remarks.println("The list may lack rows: a source could not be asked.");
        }
        page.next().ifPresent(cursor -> remarks.println("There are more: --after " + Plain.text(cursor)));
    }

    static String source(DirectoryEntry record) {
        return record.ownership() == Ownership.CONFIRMED ? record.source() : record.source() + " (unconfirmed)";
    }
}
