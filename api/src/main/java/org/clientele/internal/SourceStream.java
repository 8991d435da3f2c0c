package org.clientele.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.clientele.Outcome;
import org.clientele.SourceReport;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceQuery.Position;
import org.clientele.spi.SourceRecord;

/** The matching records of one slot in order, fetched request by request. For one thread. */
final class SourceStream {
    /** What is said of a source that has more than it delivers. */
    static final String PARTIAL =
            "Delivered only a part, not a complete order: it limits the size of answers, or has a part elsewhere (see its"
                    + " findings)";

    private final Slot slot;
    private final SourceQuery query;
    private final Deque<SourceRecord> fetched = new ArrayDeque<>();
    private PendingCall<SourcePage> pending;
    private int atATime;
    private boolean waiting = true;
    private boolean more;
    private boolean truncated;
    private boolean disordered;
    private boolean delivered;
    private Optional<Position> last;
    private Optional<SourceUnavailableException> failure = Optional.empty();
    private Duration time = Duration.ZERO;

    /** Starts the first request at once. */
    SourceStream(Slot slot, SourceQuery query) {
        this.slot = slot;
        this.query = query;
        this.atATime = query.limit();
        this.last = query.after();
        this.pending = request();
    }

    Slot slot() {
        return slot;
    }

    /** From the next request on the source is asked for so many records. */
    void fetchAtATime(int records) {
        atATime = records;
    }

    /** The next record, waiting for it if necessary; empty at the end, or if the source could not be asked further. */
    Optional<SourceRecord> peek() {
        while (fetched.isEmpty() && (waiting || more) && failure.isEmpty()) {
            if (!waiting) {
                pending = request();
                waiting = true;
            }
            fetch();
        }
        return Optional.ofNullable(fetched.peek());
    }

    /** Takes the next record for the list. */
    void take() {
        fetched.remove();
        delivered = true;
    }

    /** Leaves the next record out: it stands before the cursor. */
    void drop() {
        fetched.remove();
    }

    /** Whether there may be records after those that were taken. */
    boolean unfinished() {
        return !fetched.isEmpty() || more || cut();
    }

    /** Whether the source failed after a part of it was listed: nothing may be listed past that part. */
    boolean cut() {
        return delivered && failure.isPresent();
    }

    /** Whether the list lacks records of this source. */
    boolean incomplete() {
        return failure.isPresent() || truncated || disordered;
    }

    boolean failed() {
        return failure.isPresent();
    }

    void abandon() {
        if (waiting) {
            pending.abandon();
            waiting = false;
        }
    }

    SourceReport report() {
        if (failure.isPresent()) {
            SourceUnavailableException e = failure.get();
            return new SourceReport(slot.name(), e.reason().outcome(), time, String.valueOf(e.getMessage()));
        }
        if (disordered) {
            String message = "Delivered records out of order; those are left out. This is a fault of its back end";
            return new SourceReport(slot.name(), Outcome.TRUNCATED, time, message);
        }
        if (truncated) {
            return new SourceReport(slot.name(), Outcome.TRUNCATED, time, PARTIAL);
        }
        return new SourceReport(slot.name(), Outcome.ANSWERED, time, "");
    }

    private PendingCall<SourcePage> request() {
        SourceQuery next = new SourceQuery(query.criterion(), last, atATime, query.includeInvalid());
        return slot.ask(source -> source.search(next));
    }

    private void fetch() {
        Reply<SourcePage> reply = pending.reply();
        waiting = false;
        time = time.plus(reply.time());
        failure = reply.failure();
        reply.value().ifPresent(this::receive);
    }

    private void receive(SourcePage page) {
        truncated |= page.truncated();
        more = page.more() && !page.records().isEmpty();
        for (SourceRecord record : page.records()) {
            Position position = record.position();
            if (last.isPresent() && position.compareTo(last.get()) <= 0) {
                disordered = true;
                more = false;
            } else {
                fetched.add(record);
                last = Optional.of(position);
            }
        }
    }
}
