package org.clientele.internal;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clientele.Addition;
import org.clientele.Answer;
import org.clientele.Change;
import org.clientele.Count;
import org.clientele.Count.SourceCount;
import org.clientele.Count.Total;
import org.clientele.CustomerIdPage;
import org.clientele.CustomerUsers;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.DirectoryException;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.ListRequest;
import org.clientele.Page;
import org.clientele.Search;
import org.clientele.SourceReport;
import org.clientele.SourceStatus;
import org.clientele.SourceUnavailableException;
import org.clientele.field.Field;
import org.clientele.field.Shown;
import org.clientele.field.ViewRow;
import org.clientele.internal.LookUp.Hit;
import org.clientele.internal.search.SearchParser;
import org.clientele.spi.CustomerIdQuery;

/** A directory over the slots of one kind; its subclasses are the services, to which the sources come and go. */
abstract class MergedDirectory<E extends DirectoryEntry> implements Directory<E> {
    private final Slots slots;
    private final Memory memory;
    private final Writing writing;
    private final Function<Hit, E> view;
    private final RelativeLinks links;

    /**
     * @param view makes what callers see of a record
     * @param linkAddress what relative links are relative to
     */
    MergedDirectory(Slots slots, Memory memory, Writing writing, Function<Hit, E> view, Optional<URI> linkAddress) {
        this.slots = slots;
        this.memory = memory;
        this.writing = writing;
        this.view = view;
        this.links = new RelativeLinks(linkAddress);
    }

    final Slots slots() {
        return slots;
    }

    final Memory memory() {
        return memory;
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
        checkLimit(request);
        Question question = Question.of(request, slots.kind(), now);
        Listing.Result result = request.order().isEmpty()
                ? new Listing(now, memory, question, request, cursor(request, Cursor::decode)).page()
                : ordered(now, question, request).page();
        return new Page<>(
                result.rows().stream().map(view).toList(),
                result.next().map(Cursor::encode),
                concluded(request, question, now, result.reports()),
                result.incomplete(),
                notices());
    }

    @Override
    public final Count count(ListRequest request) throws InvalidInputException, SourceUnavailableException {
        List<Slot> now = slots.now();
        Question question = Question.of(request, slots.kind(), now);
        Counting counting = new Counting(now, memory, question, request);
        List<SourceCount> counts = counting.sources();
        List<SourceReport> reports = concluded(
                request, question, now, counts.stream().map(SourceCount::report).toList());
        return new Count(
                counting.total(counts),
                reports.stream().map(report -> count(report, counts)).toList(),
                notices());
    }

    /** The customer IDs of the records, see {@link CustomerUsers#customerIds}. */
    public final CustomerIdPage customerIds(ListRequest request)
            throws InvalidInputException, SourceUnavailableException {
        List<Slot> now = slots.now();
        checkLimit(request);
        if (!(request.search() instanceof Search.Text text)) {
            throw new InvalidInputException("search", "Customer IDs are searched for by a text.");
        }
        if (!request.order().isEmpty()) {
            throw new InvalidInputException("order", "Customer IDs have an order of their own.");
        }
        Question question = Question.of(request, slots.kind(), now);
        Optional<Cursor> cursor = cursor(request, Cursor::decodeCustomerId);
        CustomerIdQuery query = new CustomerIdQuery(
                SearchParser.parse(text.text()),
                cursor.map(Cursor::position),
                request.limit(),
                request.includeInvalid());
        boolean incomplete = cursor.map(Cursor::incomplete).orElse(false);
        CustomerIdListing.Result result = new CustomerIdListing(question.asked(), query, incomplete).page();
        return new CustomerIdPage(
                result.ids(),
                result.next().map(Cursor::encode),
                concluded(request, question, now, result.reports()),
                result.incomplete(),
                notices());
    }

    @Override
    public final List<Field> fields() {
        return List.copyOf(new MergedFields(slots.now()).all());
    }

    @Override
    public final E add(Addition addition) throws DirectoryException {
        return view.apply(writing.add(addition));
    }

    @Override
    public final E update(Change change) throws DirectoryException {
        return view.apply(updated(change).hit());
    }

    final Writing.Updated updated(Change change) throws DirectoryException {
        return writing.update(change, view::apply);
    }

    /** A change, and what has to happen before the source carries it out. */
    final E updated(Change change, Renamer.Step before) throws DirectoryException {
        return view.apply(
                writing.update(change, view::apply, Optional.of(before)).hit());
    }

    @Override
    public final List<SourceStatus> sources() {
        return slots.now().stream().map(Slot::status).map(links::checked).toList();
    }

    @Override
    public final List<ViewRow> view(E entry, Shown shown) {
        List<Field> fields = slots.named(entry.source())
                .flatMap(Slot::source)
                .map(AskedSource::fields)
                .orElseGet(
                        () -> entry.fields().keySet().stream().map(Field::named).toList());
        return links.view(fields).rows(entry.fields(), shown);
    }

    @Override
    public final List<String> notices() {
        String notice = memory.notice();
        return notice.isEmpty() ? List.of() : List.of(notice);
    }

    @Override
    public final void refresh() {
        slots.now().forEach(slot -> slot.source().ifPresent(AskedSource::forget));
        slots.readSecretsAgain();
    }

    private OrderedListing ordered(List<Slot> now, Question question, ListRequest request)
            throws InvalidInputException {
        if (request.after().isPresent()) {
            throw new InvalidInputException(
                    "after", "A list in this order has one page; list in the order of the logins to go on.");
        }
        RecordOrder order = new RecordOrder(request.order(), new MergedFields(question.asked()));
        return new OrderedListing(now, memory, question, request, order);
    }

    private static SourceCount count(SourceReport report, List<SourceCount> counts) {
        return counts.stream()
                .filter(count -> count.report().source().equals(report.source()))
                .findFirst()
                .orElse(new SourceCount(report, Total.exactly(0)));
    }

    private static void checkLimit(ListRequest request) throws InvalidInputException {
        if (request.limit() < 1 || request.limit() > ListRequest.MOST_ROWS) {
            String message = "The limit must be from 1 to " + ListRequest.MOST_ROWS + ".";
            throw new InvalidInputException("limit", Fault.of(Fault.Kind.BAD_LIMIT, message, ListRequest.MOST_ROWS));
        }
    }

    private static Optional<Cursor> cursor(ListRequest request, CursorReader reader) throws InvalidInputException {
        return request.after().isPresent()
                ? Optional.of(reader.read(request.after().get()))
                : Optional.empty();
    }

    private interface CursorReader {
        Cursor read(String text) throws InvalidInputException;
    }

    /** Draws the conclusions from what became of the sources that were asked, and adds the others. */
    private List<SourceReport> concluded(
            ListRequest request, Question question, List<Slot> now, List<SourceReport> reports)
            throws SourceUnavailableException {
        noteAnswers(now, reports);
        if (!request.withoutUnavailable()) {
            refuseIfDead(now, reports);
        }
        return question.complete(reports, now);
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
}
