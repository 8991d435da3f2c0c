package org.clientele.admin.list;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.InvalidInputException;
import org.clientele.Page;
import org.clientele.SourceReport;
import org.clientele.SourceStatus;
import org.clientele.SourceUnavailableException;
import org.clientele.admin.list.Results.Emptiness;
import org.clientele.admin.list.Results.Fault;
import org.clientele.admin.list.Results.OfCustomer;
import org.clientele.admin.list.Results.SourceLine;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Screen;
import org.clientele.customer.Customer;
import org.clientele.field.Field;
import org.clientele.field.Link;
import org.clientele.field.Shown;
import org.clientele.field.ViewRow;

/** Asks the directory for a page and words the answer. */
final class ResultsQuery<E extends DirectoryEntry> {
    private final Directory<E> directory;
    private final Screen screen;
    private final ListQuery query;
    private final Map<String, String> names;
    /** The sources whose maps have links around what is listed. */
    private final Set<String> linked;

    private final List<Column> columns;
    private final boolean widened;
    private final Set<String> testable;
    private final CustomerChoice customers;

    /** @param testable the slots that can be tested */
    ResultsQuery(
            Directory<E> directory, CustomerChoice customers, Screen screen, ListQuery query, Set<String> testable) {
        this.customers = customers;
        this.testable = testable;
        this.directory = directory;
        this.screen = screen;
        this.query = query;
        List<SourceStatus> sources = directory.sources();
        this.names = sources.stream()
                .collect(Collectors.toMap(SourceStatus::slot, SourceStatus::name, (first, second) -> first));
        this.columns = Column.of(
                screen.kind(),
                sources.stream()
                        .filter(source ->
                                query.source().isEmpty() || query.source().equals(source.slot()))
                        .toList());
        this.linked = sources.stream()
                .filter(source -> source.fields().stream().anyMatch(this::isLinkedColumn))
                .map(SourceStatus::slot)
                .collect(Collectors.toSet());
        this.widened = columns.stream().anyMatch(Column::isFurther);
    }

    private boolean isLinkedColumn(Field field) {
        return !field.link().isEmpty()
                && columns.stream().anyMatch(column -> column.variable().equals(field.variable()));
    }

    /** @param fresh the id of a record that was just saved, empty for none */
    Results results(String fresh) {
        try {
            return results(directory.list(query.request()), fresh);
        } catch (InvalidInputException e) {
            return fault(new Fault(422, screen.words().refused(e), ""));
        } catch (SourceUnavailableException e) {
            String without = query.withoutUnavailable()
                    ? ""
                    : query.withoutUnavailableSources().address(screen.home());
            String message = screen.words().get("form.unavailable", String.valueOf(e.getMessage()));
            return fault(new Fault(503, message, without));
        }
    }

    private Results results(Page<E> page, String fresh) {
        List<Row> rows = page.rows().stream()
                .map(entry -> row(entry, entry.id().equals(fresh)))
                .toList();
        return new Results(
                columns,
                rows,
                savedApart(page, fresh),
                page.next()
                        .map(cursor -> query.withAfter(cursor).address(screen.home()))
                        .orElse(""),
                query.withAfter("").address(screen.home()),
                !query.after().isEmpty(),
                page.sources().stream().map(this::line).toList(),
                page.incomplete(),
                page.notices().stream().map(screen.words()::notice).toList(),
                Optional.empty(),
                emptiness(page),
                screen.text(page.next().isPresent() ? "count.more" : "count", rows.size()),
                customer());
    }

    private Results fault(Fault fault) {
        return new Results(
                columns,
                List.of(),
                Optional.empty(),
                "",
                query.withAfter("").address(screen.home()),
                false,
                List.of(),
                false,
                List.of(),
                Optional.of(fault),
                Emptiness.NONE,
                fault.message(),
                customer());
    }

    private Optional<OfCustomer> customer() {
        if (query.customer().isEmpty()) {
            return Optional.empty();
        }
        Optional<Customer> found = customers.find(query.customer()).entry();
        String name = found.map(Customer::name).filter(text -> !text.isEmpty()).orElse(query.customer());
        String address = found.map(customer -> Links.to(screen.home(Kind.CUSTOMERS) + "/edit")
                        .with(Kind.CUSTOMERS.idParameter(), customer.customerId())
                        .toString())
                .orElse("");
        return Optional.of(new OfCustomer(name, address, query.withoutCustomer().address(screen.home())));
    }

    private Optional<Row> savedApart(Page<E> page, String fresh) {
        if (fresh.isEmpty() || page.rows().stream().anyMatch(entry -> entry.id().equals(fresh))) {
            return Optional.empty();
        }
        return directory.find(fresh).entry().map(entry -> row(entry, true));
    }

    private Emptiness emptiness(Page<E> page) {
        if (!page.rows().isEmpty()) {
            return Emptiness.NONE;
        }
        if (page.incomplete()) {
            return Emptiness.UNKNOWN;
        }
        return query.narrowed() ? Emptiness.NO_HIT : Emptiness.NOTHING_YET;
    }

    private Row row(E entry, boolean fresh) {
        return Row.of(entry, address(entry), cells(entry), name(entry.source()), fresh, people(entry));
    }

    /** Columns that every list has lead where the map says, even if it shows the field in forms only. */
    private List<Cell> cells(E entry) {
        List<ViewRow> all = linked.contains(entry.source()) ? directory.view(entry, Shown.FORM) : List.of();
        List<ViewRow> shown = widened ? directory.view(entry, Shown.RECORD) : List.of();
        return columns.stream()
                .map(column -> column.isFurther()
                        ? row(shown, column)
                                .map(row -> Cell.of(row, screen.words()))
                                .orElse(Cell.EMPTY)
                        : new Cell(column.value(entry), link(all, column)))
                .toList();
    }

    private String people(E entry) {
        return screen.kind().equals(Kind.CUSTOMERS) ? ExactSearch.ofCustomer(screen, entry.id()) : "";
    }

    private static Optional<Link> link(List<ViewRow> view, Column column) {
        return row(view, column).flatMap(row -> row.values().get(0).link());
    }

    private static Optional<ViewRow> row(List<ViewRow> view, Column column) {
        return view.stream()
                .filter(row -> row.variable().equals(column.variable()))
                .findFirst();
    }

    private String address(E entry) {
        return query.carriedBy(
                Links.to(screen.home() + "/edit").with(screen.kind().idParameter(), entry.id()));
    }

    private SourceLine line(SourceReport report) {
        return new SourceLine(name(report.source()), report, testable.contains(report.source()));
    }

    private String name(String slot) {
        Function<String, String> named = names::get;
        return Optional.ofNullable(named.apply(slot))
                .filter(name -> !name.isEmpty())
                .orElse(slot);
    }
}
