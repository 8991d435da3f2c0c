package org.clientele.backend.ldap;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.clientele.spi.CustomerIdList;
import org.clientele.spi.CustomerIdQuery;
import org.clientele.spi.OrderKey;
import org.clientele.spi.SourceQuery.Position;

/** Keeps the first customer IDs behind a position while a whole directory passes by; holds no more than a page and one. */
final class CustomerIdCollector {
    private final String attribute;
    private final Predicate<String> wanted;
    private final CustomerIdQuery query;
    private final TreeSet<Position> page = new TreeSet<>();

    CustomerIdCollector(String attribute, Predicate<String> wanted, CustomerIdQuery query) {
        this.attribute = attribute;
        this.wanted = wanted;
        this.query = query;
    }

    void add(Entry entry) {
        for (String id : EntryReader.texts(entry, attribute)) {
            Position place = new Position(OrderKey.of(id), id);
            if (wanted.test(id) && query.after().map(place::compareTo).orElse(1) > 0) {
                page.add(place);
            }
            if (page.size() > query.limit() + 1) {
                page.pollLast();
            }
        }
    }

    CustomerIdList list(boolean truncated) {
        List<Position> ids = page.stream().limit(query.limit()).toList();
        return new CustomerIdList(ids, page.size() > ids.size(), truncated);
    }
}
