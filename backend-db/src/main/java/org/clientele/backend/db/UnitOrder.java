package org.clientele.backend.db;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.clientele.spi.Criterion;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceQuery.Position;

/**
 * A page in the order of code points from a table that is read in the order of UTF-16 units. The two differ only where
 * one key has a surrogate and another a character from U+E000 to U+FFFF, so one read is enough for all usual keys.
 */
final class UnitOrder<T> {
    /** The position before every text that is not empty. */
    static final Position FIRST = new Position("", "");

    private final SourceQuery query;
    private final int most;
    private final Function<T, Position> positions;
    private final TreeMap<Position, T> page = new TreeMap<>();

    /**
     * @param query what is asked for
     * @param most the most entries of the page
     * @param positions where an entry stands
     */
    UnitOrder(SourceQuery query, int most, Function<T, Position> positions) {
        this.query = query;
        this.most = most;
        this.positions = positions;
    }

    /**
     * The first entries behind the query's position.
     *
     * @param read answers a query with at most so many entries, in the order of units
     */
    List<T> page(Function<SourceQuery, List<T>> read) {
        Optional<Position> start = start();
        List<T> part;
        do {
            part = read.apply(new SourceQuery(query.criterion(), start, query.limit(), query.includeInvalid()));
            part.forEach(this::add);
            start = part.isEmpty() ? start : Optional.of(positions.apply(part.get(part.size() - 1)));
        } while (part.size() == most && !isComplete(start.orElseThrow()));
        return List.copyOf(page.values());
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

    private void add(T entry) {
        Position position = positions.apply(entry);
        if (query.after().isEmpty() || position.compareTo(query.after().get()) > 0) {
            page.put(position, entry);
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

    /** The beginning of a key up to the first character that the two orders may place differently. */
    private static String usualPart(String key) {
        int end = 0;
        while (end < key.length() && key.charAt(end) < Character.MIN_SURROGATE) {
            end++;
        }
        return key.substring(0, end);
    }
}
