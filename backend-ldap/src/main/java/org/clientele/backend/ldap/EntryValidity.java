package org.clientele.backend.ldap;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.clientele.SourceUnavailableException;
import org.clientele.backend.ldap.PageCollector.Found;
import org.clientele.spi.Deadline;

/** Which entries are valid: those that match {@code validFilter} and have no lock. */
final class EntryValidity {
    private final LdapSettings settings;
    private final Filters filters;
    private final LdapSearch search;
    private final EntryReader reader;

    /** @param search where customer users are */
    EntryValidity(LdapSettings settings, Filters filters, LdapSearch search, EntryReader reader) {
        this.settings = settings;
        this.reader = reader;
        this.filters = filters;
        this.search = search;
    }

    /** Whether an entry, as far as it says so itself, is valid. */
    boolean isUnlocked(Entry entry) {
        return settings.lock()
                .filter(lock -> EntryReader.texts(entry, lock.attribute()).contains(lock.value()))
                .isEmpty();
    }

    /** Which of these entries are valid: only the server can tell what its filter matches. */
    Predicate<Found> among(BoundConnection connection, List<Found> found, Deadline deadline)
            throws SourceUnavailableException {
        if (settings.valid().isEmpty()) {
            return one -> isUnlocked(one.entry());
        }
        Set<List<String>> valid = new HashSet<>();
        Set<String> login = Set.of(settings.description().search().idField());
        for (ExprNode filter : filters.ofIds(found.stream().map(Found::login).toList())) {
            Optional<Gap> gap = search.all(
                    connection,
                    filters.valid(filter),
                    login,
                    deadline,
                    entry -> reader.found(entry, false).ifPresent(one -> valid.add(one.name())));
            if (gap.filter(Gap::isLoss).isPresent()) {
                throw Faults.cut(gap.get(), "which entries match validFilter");
            }
        }
        return one -> isUnlocked(one.entry()) && valid.contains(one.name());
    }
}
