package org.clientele.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.DirectoryEntry;
import org.clientele.DirectoryException;
import org.clientele.ListRequest;
import org.clientele.Outcome;
import org.clientele.Ownership;
import org.clientele.Page;
import org.clientele.Search;
import org.clientele.SourceUnavailableException;
import org.jspecify.annotations.Nullable;

/** Lists one page of records; what is missing from it is said in remarks below, for scripts in lines with {@code #}. */
abstract class ListCommand<E extends DirectoryEntry> extends DirectoryCommand<E> {
    private static final Set<String> OPTIONS = Set.of(
            "--limit",
            "--include-invalid",
            "--after",
            "--source",
            "--without-unavailable",
            "--no-format",
            "--login",
            "--customer-id",
            "--customer-id-raw",
            "--email");

    @Option(name = "--customer-id", description = "Search for a customer ID, * standing for any text")
    @Nullable
    String customerId;

    @Option(name = "--customer-id-raw", description = "Search for a customer ID in which * is an ordinary character")
    @Nullable
    String customerIdRaw;

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

    @Option(name = "--no-format", description = "Print values separated by tabs, without headers, and remarks behind #")
    boolean noFormat;

    @Argument(name = "TEXT", description = "What to search for; everything if absent", multiValued = true)
    List<String> text = List.of();

    abstract @Nullable String slot();

    abstract Table table();

    /** Searches for one value instead of a text, by option. */
    Map<String, Search> exactSearches() {
        Map<String, Search> searches = new LinkedHashMap<>();
        if (customerId != null) {
            searches.put("--customer-id", new Search.CustomerId(customerId));
        }
        if (customerIdRaw != null) {
            searches.put("--customer-id-raw", new Search.CustomerIdRaw(customerIdRaw));
        }
        return searches;
    }

    abstract void addTo(Table table, E record);

    @Override
    void run() throws DirectoryException, CommandException {
        checkText();
        Page<E> page = page();
        Table table = table();
        page.rows().forEach(record -> addTo(table, record));
        table.print(out, noFormat);
        // Not on the error stream: Karaf loses it where a command comes over SSH without a terminal.
        remarks(page).forEach(remark -> say(noFormat ? "# " + remark : remark));
    }

    /** Karaf takes everything behind the first word as words, options too. */
    private void checkText() throws CommandException {
        Optional<String> option = text.stream().filter(OPTIONS::contains).findFirst();
        if (option.isPresent()) {
            throw Failure.because(option.get() + " is an option: write options first, then the text");
        }
    }

    private Page<E> page() throws DirectoryException, CommandException {
        try {
            return directory().list(request());
        } catch (SourceUnavailableException e) {
            throw Failure.because(e.getMessage() + " (--without-unavailable lists the rest)");
        }
    }

    private Search search() throws CommandException {
        Map<String, Search> searches = exactSearches();
        if (searches.size() + (text.isEmpty() ? 0 : 1) > 1) {
            throw Failure.because(String.join(", ", searches.keySet()) + (text.isEmpty() ? "" : " and a text")
                    + " exclude each other; search for one of them");
        }
        return searches.values().stream().findFirst().orElse(new Search.Text(String.join(" ", text)));
    }

    private ListRequest request() throws CommandException {
        return ListRequest.ALL
                .withSearch(search())
                .withLimit(limit)
                .withAfter(Optional.ofNullable(after))
                .withIncludeInvalid(includeInvalid)
                .withSource(Optional.ofNullable(slot()))
                .withoutUnavailable(withoutUnavailable);
    }

    private static Stream<String> remarks(Page<?> page) {
        Stream<String> sources = page.sources().stream()
                .filter(report -> report.outcome() != Outcome.ANSWERED
                        || !report.message().isEmpty())
                .map(DirectoryCommand::describe);
        Stream<String> missing = Stream.of("The list may lack rows: a source could not be asked.")
                .filter(remark -> page.incomplete());
        Stream<String> more = page.next().stream().map(cursor -> "There are more: --after " + cursor);
        return Stream.of(page.notices().stream(), sources, missing, more).flatMap(Function.identity());
    }

    static String source(DirectoryEntry record) {
        return record.ownership() == Ownership.CONFIRMED ? record.source() : record.source() + " (unconfirmed)";
    }
}
