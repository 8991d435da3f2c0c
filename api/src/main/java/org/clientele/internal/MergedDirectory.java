package org.clientele.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clientele.Addition;
import org.clientele.Answer;
import org.clientele.Change;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.ListRequest;
import org.clientele.Page;
import org.clientele.SourceReport;
import org.clientele.SourceStatus;
import org.clientele.SourceUnavailableException;
import org.clientele.internal.LookUp.Hit;
import org.clientele.internal.search.SearchParser;
import org.clientele.spi.Criterion;

/** A directory over the slots of one kind; its subclasses are the services, to which the sources come and go. */
abstract class MergedDirectory<E extends DirectoryEntry> implements Directory<E> {
    private final Slots slots;
    private final Memory memory;
    private final Writing writing;
    private final Function<Hit, E> view;

    /** @param view makes what callers see of a record */
    MergedDirectory(Slots slots, Memory memory, Writing writing, Function<Hit, E> view) {
        this.slots = slots;
        this.memory = memory;
        this.writing = writing;
        this.view = view;
    }

    final Slots slots() {
        return slots;
    }

    @Override
    public final Answer<E> find(String id) {
        return answer(id, lookUp -> lookUp.find(id));
    }

    @Override
    public final Answer<E> ask(String id) {
        return answer(id, lookUp -> lookUp.ask(id));
    }

    private Answer<E> answer(String id, Function<LookUp, LookUp.Result> question) {
        if (!LookUp.isAskable(id)) {
            return new Answer.NotFound<>(List.of());
        }
        LookUp.Result result = question.apply(new LookUp(slots.now(), memory));
        if (result.hit().isPresent()) {
            return new Answer.Found<>(view.apply(result.hit().get()), result.reports());
        }
        return result.unknown() ? new Answer.Unavailable<>(result.reports()) : new Answer.NotFound<>(result.reports());
    }

    @Override
    public final Page<E> list(ListRequest request) throws InvalidInputException, SourceUnavailableException {
        List<Slot> now = slots.now();
        check(request, now);
        Criterion criterion = SearchParser.parse(request.search())
                .<Criterion>map(Criterion.Text::new)
                .orElse(Criterion.ALL);
        Optional<Cursor> cursor = Optional.empty();
        if (request.after().isPresent()) {
            cursor = Optional.of(Cursor.decode(request.after().get()));
        }
        Listing.Result result = new Listing(now, memory, request, criterion, cursor).page();
        noteAnswers(now, result.reports());
        if (!request.withoutUnavailable()) {
            refuseIfDead(now, result.reports());
        }
        return new Page<>(
                result.rows().stream().map(view).toList(),
                result.next().map(Cursor::encode),
                result.reports(),
                result.incomplete(),
                notices());
    }

    @Override
    public final E add(Addition addition) throws DirectoryException {
        return view.apply(writing.add(addition));
    }

    @Override
    public final E update(Change change) throws DirectoryException {
        return view.apply(writing.update(change, view::apply));
    }

    @Override
    public final List<SourceStatus> sources() {
        return slots.now().stream().map(Slot::status).toList();
    }

    @Override
    public final void refresh() {
        slots.now().forEach(slot -> slot.source().ifPresent(AskedSource::forget));
    }

    private static void check(ListRequest request, List<Slot> slots) throws InvalidInputException {
        if (request.limit() < 1 || request.limit() > ListRequest.MOST_ROWS) {
            throw new InvalidInputException("limit", "The limit must be from 1 to " + ListRequest.MOST_ROWS + ".");
        }
        if (request.source().isPresent()
                && slots.stream()
                        .noneMatch(s -> s.name().equals(request.source().get()))) {
            throw new InvalidInputException(
                    "source", "There is no source \"" + request.source().get() + "\".");
        }
    }

    private void noteAnswers(List<Slot> slots, List<SourceReport> reports) {
        for (SourceReport report : reports) {
            if (report.outcome().answered()) {
                slots.stream()
                        .filter(slot -> slot.name().equals(report.source()))
                        .forEach(slot -> memory.answered(slot.sourceId()));
            }
        }
    }

    private static void refuseIfDead(List<Slot> slots, List<SourceReport> reports) throws SourceUnavailableException {
        for (Slot slot : slots) {
            boolean unavailable = reports.stream()
                    .anyMatch(
                            r -> r.source().equals(slot.name()) && !r.outcome().answered());
            if (slot.die() && unavailable) {
                throw new SourceUnavailableException(
                        SourceUnavailableException.Reason.CONNECTION,
                        "The source " + slot.name() + " cannot be asked, and lists need it (its setting die is on)");
            }
        }
    }

    private List<String> notices() {
        String notice = memory.notice();
        return notice.isEmpty() ? List.of() : List.of(notice);
    }
}
