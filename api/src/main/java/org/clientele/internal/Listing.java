package org.clientele.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clientele.ListRequest;
import org.clientele.Ownership;
import org.clientele.SourceReport;
import org.clientele.internal.LookUp.Hit;
import org.clientele.spi.Deadline;
import org.clientele.spi.OrderKey;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceQuery.Position;
import org.clientele.spi.SourceRecord;

/** One page of a list: asks the slots in parallel, merges what they deliver in order, leaves out what is shadowed. */
final class Listing {
    private static final int MOST_LEFT_OUT = 5_000;
    private static final int GROWTH = 8;

    private final List<Slot> slots;
    private final Memory memory;
    private final ListRequest request;
    private final Optional<Cursor> cursor;
    private final List<SourceStream> streams;

    /** A page before it is shown to callers. */
    record Result(List<Hit> rows, Optional<Cursor> next, List<SourceReport> reports, boolean incomplete) {}

    /** Asks the sources at once. */
    Listing(List<Slot> slots, Memory memory, Question question, ListRequest request, Optional<Cursor> cursor) {
        this.slots = slots;
        this.memory = memory;
        this.request = request;
        this.cursor = cursor;
        Optional<Position> after = cursor.map(Listing::start);
        SourceQuery query = new SourceQuery(question.criterion(), after, request.limit(), request.includeInvalid());
        this.streams = question.asked().stream()
                .map(slot -> new SourceStream(slot, query))
                .toList();
    }

    Result page() {
        try {
            return rounds();
        } finally {
            streams.forEach(SourceStream::abandon);
        }
    }

    /**
     * Where rows are left out, because they are shadowed or the person was disabled here, the next ones are taken, until the page
     * is full; each time more of them if none was left, though not without end. What no longer fits is left to the next page.
     */
    private Result rounds() {
        Deadline end = Deadline.in(longestLimit());
        List<Hit> rows = new ArrayList<>();
        List<SourceReport> shadowing = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        int size = request.limit();
        int leftOut = 0;
        List<Hit> merged;
        do {
            merged = merge(size);
            List<Hit> shown = shown(merged, shadowing);
            next = next(merged, next);
            rows.addAll(shown);
            leftOut += merged.size() - shown.size();
            size = shown.isEmpty() ? larger(size) : request.limit() - rows.size();
        } while (size > 0 && !merged.isEmpty() && next.isPresent() && leftOut < MOST_LEFT_OUT && !end.passed());
        if (rows.size() > request.limit()) {
            rows.subList(request.limit(), rows.size()).clear();
            next = Optional.of(cursorAt(rows.get(rows.size() - 1)));
        }
        boolean incomplete = incomplete() || !shadowing.isEmpty();
        return new Result(rows, next.map(c -> marked(c, incomplete)), reports(shadowing), incomplete);
    }

    /** The rows that their slot owns and that are asked for. */
    private List<Hit> shown(List<Hit> merged, List<SourceReport> reports) {
        Shadowing shadowing = new Shadowing(slots, failed(), memory);
        List<Hit> owned = shadowing.owned(merged);
        reports.addAll(shadowing.reports());
        return memory.marks().on(owned).stream()
                .filter(hit -> hit.shownTo(request))
                .toList();
    }

    private Duration longestLimit() {
        return streams.stream()
                .map(SourceStream::slot)
                .flatMap(slot -> slot.source().stream())
                .map(AskedSource::answerTimeLimit)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** A directory passes by as a whole for each request, however small it is. */
    private int larger(int size) {
        int larger = Math.max(size, Math.min(ListRequest.MOST_ROWS, size * GROWTH));
        streams.forEach(stream -> stream.fetchAtATime(larger));
        return larger;
    }

    private List<Hit> merge(int size) {
        List<Hit> rows = new ArrayList<>();
        while (rows.size() < size) {
            Optional<SourceStream> smallest = smallest();
            if (smallest.isEmpty()) {
                return rows;
            }
            SourceStream stream = smallest.get();
            SourceRecord record = stream.peek().orElseThrow();
            if (isBehindCursor(stream.slot(), record)) {
                stream.take();
                rows.add(new Hit(stream.slot(), record, Ownership.CONFIRMED));
            } else {
                stream.drop();
            }
        }
        return rows;
    }

    /** The stream whose next record comes first; none if all are at their end, or one was cut off in the middle. */
    private Optional<SourceStream> smallest() {
        Optional<SourceStream> smallest = Optional.empty();
        for (SourceStream stream : streams) {
            Optional<SourceRecord> head = stream.peek();
            if (head.isEmpty() && stream.cut()) {
                return Optional.empty();
            }
            if (head.isPresent() && (smallest.isEmpty() || comesBefore(stream, smallest.get()))) {
                smallest = Optional.of(stream);
            }
        }
        return smallest;
    }

    private static boolean comesBefore(SourceStream one, SourceStream other) {
        SourceRecord left = one.peek().orElseThrow();
        SourceRecord right = other.peek().orElseThrow();
        int byKey = OrderKey.COMPARATOR.compare(left.key(), right.key());
        return byKey != 0 ? byKey < 0 : number(one.slot()) < number(other.slot());
    }

    private boolean isBehindCursor(Slot slot, SourceRecord record) {
        return cursor.map(c -> compare(number(slot), record, c) > 0).orElse(true);
    }

    private static int compare(int slot, SourceRecord record, Cursor cursor) {
        int byKey = OrderKey.COMPARATOR.compare(record.key(), cursor.key());
        if (byKey != 0) {
            return byKey;
        }
        return slot != cursor.slot()
                ? Integer.compare(slot, cursor.slot())
                : OrderKey.COMPARATOR.compare(record.id(), cursor.id());
    }

    private static int number(Slot slot) {
        return slot.configured().number();
    }

    /** Where each source starts: with all records of the cursor's key, of which the merge drops those that came before. */
    private static Position start(Cursor cursor) {
        return new Position(cursor.key(), "");
    }

    /** @param before where the round before ended: there the page ends if this round brought nothing */
    private Optional<Cursor> next(List<Hit> merged, Optional<Cursor> before) {
        boolean unfinished = streams.stream().anyMatch(SourceStream::unfinished);
        if (!unfinished || merged.isEmpty()) {
            return unfinished ? before : Optional.empty();
        }
        return Optional.of(cursorAt(merged.get(merged.size() - 1)));
    }

    private static Cursor cursorAt(Hit row) {
        return new Cursor(row.record().key(), number(row.slot()), row.record().id(), false);
    }

    private static Cursor marked(Cursor cursor, boolean incomplete) {
        return new Cursor(cursor.key(), cursor.slot(), cursor.id(), incomplete);
    }

    private List<Slot> failed() {
        return streams.stream()
                .filter(SourceStream::failed)
                .map(SourceStream::slot)
                .toList();
    }

    private boolean incomplete() {
        boolean before = cursor.map(Cursor::incomplete).orElse(false);
        return before || streams.stream().anyMatch(SourceStream::incomplete);
    }

    private List<SourceReport> reports(List<SourceReport> shadowing) {
        List<SourceReport> reports = new ArrayList<>();
        for (Slot slot : slots) {
            streams.stream()
                    .filter(stream -> stream.slot().equals(slot))
                    .map(SourceStream::report)
                    .forEach(reports::add);
            shadowing.stream()
                    .filter(report -> report.source().equals(slot.name()))
                    .filter(report -> reports.stream().noneMatch(r -> r.source().equals(report.source())))
                    .forEach(reports::add);
        }
        return reports;
    }
}
