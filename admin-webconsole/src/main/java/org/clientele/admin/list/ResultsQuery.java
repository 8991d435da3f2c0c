package org.clientele.admin.list;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.clientele.admin.list.Results.SourceLine;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Screen;

/** Asks the directory for a page and words the answer. */
final class ResultsQuery<E extends DirectoryEntry> {
    /** What the search language takes. */
    private static final int MOST_CHARACTERS = 1_000;

    private final Directory<E> directory;
    private final Screen screen;
    private final ListQuery query;
    private final Map<String, String> names;

    ResultsQuery(Directory<E> directory, Screen screen, ListQuery query) {
        this.directory = directory;
        this.screen = screen;
        this.query = query;
        this.names = directory.sources().stream()
                .collect(Collectors.toMap(SourceStatus::slot, SourceStatus::name, (first, second) -> first));
    }

    /** @param fresh the id of a record that was just saved, empty for none */
    Results results(String fresh) {
        try {
            return results(directory.list(query.request()), fresh);
        } catch (InvalidInputException e) {
            return fault(new Fault(422, refused(e), ""));
        } catch (SourceUnavailableException e) {
            String without = query.withoutUnavailable()
                    ? ""
                    : query.withoutUnavailableSources().address(screen.home());
            return fault(new Fault(503, String.valueOf(e.getMessage()), without));
        }
    }

    private Results results(Page<E> page, String fresh) {
        List<Row> rows = page.rows().stream()
                .map(entry -> row(entry, entry.id().equals(fresh)))
                .toList();
        return new Results(
                rows,
                savedApart(page, fresh),
                page.next()
                        .map(cursor -> query.withAfter(cursor).address(screen.home()))
                        .orElse(""),
                query.withAfter("").address(screen.home()),
                !query.after().isEmpty(),
                page.sources().stream().map(this::line).toList(),
                page.incomplete(),
                page.notices(),
                Optional.empty(),
                emptiness(page),
                screen.text(page.next().isPresent() ? "count.more" : "count", rows.size()));
    }

    /** A search that is too long in the administrator's language, everything else as the directory says it. */
    private String refused(InvalidInputException cause) {
        int characters = query.search().codePointCount(0, query.search().length());
        return characters > MOST_CHARACTERS
                ? screen.words().get("bad.search", characters, MOST_CHARACTERS)
                : String.valueOf(cause.getMessage());
    }

    private Results fault(Fault fault) {
        return new Results(
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
                fault.message());
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
        List<String> cells = Column.of(screen.kind()).stream()
                .map(Column::value)
                .map(value -> value.apply(entry))
                .toList();
        return Row.of(entry, address(entry), cells, name(entry.source()), fresh);
    }

    private String address(E entry) {
        return Links.to(screen.home() + "/edit")
                .with(screen.kind().idParameter(), entry.id())
                .with("search", query.search())
                .with("includeInvalid", query.includeInvalid())
                .toString();
    }

    private SourceLine line(SourceReport report) {
        return new SourceLine(name(report.source()), report);
    }

    private String name(String slot) {
        Function<String, String> named = names::get;
        return Optional.ofNullable(named.apply(slot))
                .filter(name -> !name.isEmpty())
                .orElse(slot);
    }
}
