package org.clientele.backend.db;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.clientele.spi.Criterion;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceQuery.Position;
import org.clientele.spi.SourceRecord;

/**
 * A page in the order of code points from a table that is read in the order of UTF-16 units. The two differ only where
 * one key has a surrogate and another a character from U+E000 to U+FFFF, so one read is enough for all usual keys.
 */
final class UnitOrder {
    /** The position before all records. */
    static final Position FIRST = new Position("", "");

    private final SourceQuery query;
    private final int most;
    private final TreeMap<Position, SourceRecord> page = new TreeMap<>();

    private UnitOrder(SourceQuery query, int most) {
        this.query = query;
        this.most = most;
    }

    /**
     * The first records behind the query's position.
     *
     * @param most the most records of the page
     * @param read answers a query with at most so many records, in the order of units
     */
    static List<SourceRecord> page(SourceQuery query, int most, Function<SourceQuery, List<SourceRecord>> read) {
        UnitOrder order = new UnitOrder(query, most);
        Optional<Position> start = order.start();
        List<SourceRecord> part;
        do {
            part = read.apply(new SourceQuery(query.criterion(), start, query.limit(), query.includeInvalid()));
            part.forEach(order::add);
            start = part.isEmpty() ? start : Optional.of(position(part.get(part.size() - 1)));
        } while (part.size() == most && !order.isComplete(start.orElseThrow()));
        return List.copyOf(order.page.values());
    }

    /** Everything behind the position has to come; what lies before it as well is left out by {@link #add}. */
    private Optional<Position> start() {
        return query.after()
                .map(after ->
                        usualPart(after.key()).equals(after.key()) ? after : new Position(usualPart(after.key()), ""))
                .or(() -> isSelective() ? Optional.empty() : Optional.of(FIRST));
    }

    /** Without a bound on the key Derby sorts the whole table rather than walk along the index. */
    private boolean isSelective() {
        return query.criterion() instanceof Criterion.Ids || query.criterion() instanceof Criterion.Email;
    }

    private void add(SourceRecord record) {
        Position position = position(record);
        if (query.after().isEmpty() || position.compareTo(query.after().get()) > 0) {
            page.put(position, record);
            if (page.size() > most) {
                page.pollLastEntry();
            }
        }
    }

    /** Whether nothing behind this place in the order of units belongs to the page. */
    private boolean isComplete(Position reached) {
        if (page.size() < most) {
            return false;
        }
        String last = page.lastKey().key();
        String usual = usualPart(last);
        return usual.equals(last)
                ? reached.key().compareTo(last) >= 0
                : reached.key().compareTo(usual) > 0 && !reached.key().startsWith(usual);
    }

    private static Position position(SourceRecord record) {
        return new Position(record.key(), record.id());
    }

    /** The beginning of a key up to the first character that the two orders may place differently. */
    private static String usualPart(String key) {
        int end = 0;
        while (end < key.length() && key.charAt(end) < Character.MIN_SURROGATE) {
            end++;
        }
        return key.substring(0, end);
    }
}
