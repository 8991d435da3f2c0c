package org.clientele.backend.ldap;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.clientele.spi.OrderKey;
import org.clientele.spi.SourceQuery.Position;

/** Keeps the first entries behind a position while a whole directory passes by; holds no more than a page and two entries. */
final class PageCollector {
    private final Optional<Position> after;
    private final int limit;
    private final TreeMap<Position, Found> page;
    private boolean ambiguous;

    PageCollector(Optional<Position> after, int limit, boolean caseSensitive) {
        this.after = after;
        this.limit = limit;
        Comparator<Position> sameIdentityIsSamePlace = Comparator.comparing(Position::key, OrderKey.COMPARATOR);
        this.page = new TreeMap<>(caseSensitive ? Comparator.<Position>naturalOrder() : sameIdentityIsSamePlace);
    }

    /**
     * An entry.
     *
     * @param login its login
     * @param whole whether all that is wanted of it was read, and not its keys alone
     */
    record Found(String login, Entry entry, boolean whole) {
        /** What tells it from others: by login, too, for two DNs may look the same where they are no UTF-8. */
        List<String> name() {
            return List.of(login, entry.getDn().getName());
        }

        private String dn() {
            return OrderKey.of(entry.getDn().getName());
        }
    }

    void add(Found found) {
        Position place = new Position(OrderKey.of(found.login()), found.login());
        if (after.isPresent() && page.comparator().compare(place, after.get()) < 0) {
            return;
        }
        Found other = page.get(place);
        int order = other == null ? -1 : OrderKey.COMPARATOR.compare(found.dn(), other.dn());
        ambiguous |= other != null && order != 0;
        if (order < 0) {
            page.remove(place);
            page.put(place, found);
        }
        if (page.size() > limit + 2) {
            page.pollLastEntry();
        }
    }

    List<Found> found() {
        return behind().limit(limit).toList();
    }

    /** Whether there are more entries behind the page. */
    boolean more() {
        return behind().count() > limit;
    }

    /** Without the entry at the position itself, which had to be kept to know whom its login belongs to. */
    private Stream<Found> behind() {
        return page.entrySet().stream()
                .filter(entry -> after.isEmpty() || entry.getKey().compareTo(after.get()) > 0)
                .map(Map.Entry::getValue);
    }

    /** Whether two entries had the same login, of which the one with the first DN was kept. */
    boolean ambiguous() {
        return ambiguous;
    }
}
