package org.clientele.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.InvalidInputException;
import org.clientele.Outcome;
import org.clientele.SourceReport;
import org.clientele.conflict.Conflict;
import org.clientele.conflict.ConflictPage;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceQuery.Position;
import org.clientele.spi.SourceRecord;

/**
 * Walks the second source and later ones, one after the other, and compares what they have with all sources before them. So a
 * large first source costs look-ups by index alone.
 */
final class OverlapWalk {
    private static final int MOST_RECORDS = 5_000;
    private static final int AT_ONCE = 250;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final List<Slot> slots;
    private final Overlap overlap;
    private final int limit;
    private final Reports reports = new Reports();
    private final List<Conflict> found = new ArrayList<>();
    private long walked;

    /** What records of a later source have in common with records of earlier ones. */
    @FunctionalInterface
    interface Overlap {
        /** The conflicts of each record, in their order. */
        List<List<Conflict>> of(Slot slot, List<SourceRecord> records, List<Slot> earlier, Reports reports);
    }

    OverlapWalk(List<Slot> slots, Overlap overlap, int limit) {
        this.slots = slots;
        this.overlap = overlap;
        this.limit = limit;
    }

    ConflictPage page(Optional<String> after) throws InvalidInputException {
        Cursor start = new Cursor("", 0, "", false);
        if (after.isPresent()) {
            PortionCursor cursor = PortionCursor.decode(after.get());
            walked = cursor.walked();
            start = Cursor.decode(cursor.place());
        }
        Optional<Cursor> next = walk(start);
        boolean incomplete = start.incomplete() || !reports.complete();
        Optional<String> cursor = next.map(place -> new Cursor(place.key(), place.slot(), place.id(), incomplete))
                .map(place -> new PortionCursor(walked, place.encode()).encode());
        return new ConflictPage(found, cursor, walked, reports.all(), incomplete);
    }

    private Optional<Cursor> walk(Cursor start) {
        Deadline end = Deadline.in(LONGEST);
        long most = walked + MOST_RECORDS;
        Optional<Cursor> place = Optional.of(start);
        while (place.isPresent() && found.size() < limit && walked < most && !end.passed()) {
            place = step(place.get());
        }
        return place;
    }

    /** @return where to go on, empty at the end */
    private Optional<Cursor> step(Cursor place) {
        List<Slot> later = slots.stream()
                .skip(1)
                .filter(slot -> slot.configured().number() >= place.slot())
                .toList();
        if (later.isEmpty()) {
            return Optional.empty();
        }
        Slot slot = later.get(0);
        int number = slot.configured().number();
        Position after = number == place.slot() ? place.position() : new Position("", "");
        Optional<Position> last = portion(slot, after);
        return last.map(position -> new Cursor(position.key(), number, position.id(), false))
                .or(() -> later.size() == 1 ? Optional.empty() : Optional.of(new Cursor("", number + 1, "", false)));
    }

    /** @return the last record that was looked at, empty if the slot has no more */
    private Optional<Position> portion(Slot slot, Position after) {
        SourceQuery query = new SourceQuery(Criterion.ALL, Optional.of(after), AT_ONCE, true);
        Reply<SourcePage> reply = slot.ask(source -> source.search(query)).reply();
        SourceReport report = reply.report(slot.name());
        if (reply.value().isEmpty()) {
            reports.add(report);
            return Optional.empty();
        }
        SourcePage page = reply.value().get();
        reports.add(page.truncated() ? partial(report) : report);
        List<SourceRecord> records = page.records();
        List<Slot> earlier = slots.subList(0, slots.indexOf(slot));
        int taken = take(overlap.of(slot, records, earlier, reports));
        boolean more = taken < records.size() || (page.more() && taken > 0);
        return more ? Optional.of(records.get(taken - 1).position()) : Optional.empty();
    }

    private int take(List<List<Conflict>> conflicts) {
        int taken = 0;
        while (taken < conflicts.size() && found.size() < limit) {
            found.addAll(conflicts.get(taken++));
        }
        walked += taken;
        return taken;
    }

    private static SourceReport partial(SourceReport report) {
        return new SourceReport(report.source(), Outcome.TRUNCATED, report.time(), SourceStream.PARTIAL);
    }
}
