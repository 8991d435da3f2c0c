package org.clientele.backend.ldap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.clientele.SourceUnavailableException;
import org.clientele.backend.ldap.PageCollector.Found;
import org.clientele.spi.Deadline;

/** Reads the rest of entries of which the keys alone were read. */
final class WholeEntries {
    private final Filters filters;
    private final LdapSearch search;
    private final EntryReader reader;

    /** @param search where customer users are */
    WholeEntries(Filters filters, LdapSearch search, EntryReader reader) {
        this.filters = filters;
        this.search = search;
        this.reader = reader;
    }

    /** These entries with everything that is wanted of them; one that has gone or was renamed meanwhile is left out. */
    List<Found> of(BoundConnection connection, List<Found> found, Deadline deadline) throws SourceUnavailableException {
        List<String> unread =
                found.stream().filter(one -> !one.whole()).map(Found::login).toList();
        Map<List<String>, Found> whole = new HashMap<>();
        for (ExprNode filter : filters.ofIds(unread)) {
            Optional<Gap> gap = search.all(connection, filter, reader.attributes(), deadline, entry -> {
                Optional<Found> one = reader.found(entry, true);
                one.ifPresent(read -> whole.put(read.name(), read));
            });
            if (gap.filter(Gap::isLoss).isPresent()) {
                throw Faults.cut(gap.get(), "the entries of a page");
            }
        }
        return found.stream()
                .map(one -> one.whole() ? Optional.of(one) : Optional.ofNullable(whole.get(one.name())))
                .flatMap(Optional::stream)
                .toList();
    }
}
