package org.clientele.backend.ldap;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.directory.api.ldap.model.constants.SchemaConstants;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.api.ldap.model.name.Dn;
import org.clientele.SourceUnavailableException;
import org.clientele.backend.ldap.PartialSearch.Ending;
import org.clientele.spi.Deadline;

/**
 * Searches below one base of which a server delivers a part at most: for a look at a directory, however large it is. They go where
 * those of a source go, to other servers, too.
 */
final class BoundedSearch {
    private static final int MOST_COUNTED = 1_000;
    private static final List<String> NOTHING = List.of(SchemaConstants.NO_ATTRIBUTE);

    private final BoundConnection connection;
    private final Referrals referrals;
    private final String setting;
    private final Dn base;
    private final SearchScope scope;

    /**
     * @param referrals where the server may refer to
     * @param setting the configuration key that names the base
     */
    BoundedSearch(BoundConnection connection, Referrals referrals, String setting, Dn base, SearchScope scope) {
        this.connection = connection;
        this.referrals = referrals;
        this.setting = setting;
        this.base = base;
        this.scope = scope;
    }

    /**
     * Hands the first entries that match to {@code taker}, those of the server before those of others.
     *
     * @param most how many; 0 for all
     * @return what is lacking, empty if these are all
     */
    Optional<Gap> first(
            int most, ExprNode filter, Collection<String> attributes, Deadline deadline, Consumer<Entry> taker)
            throws SourceUnavailableException {
        AtomicInteger taken = new AtomicInteger();
        EntryTaker first = (entry, whole) -> {
            if (taken.incrementAndGet() <= most || most == 0) {
                taker.accept(entry);
            }
        };
        PartialSearch search =
                new PartialSearch(setting, base, scope, filter, new FirstReading(most, attributes), deadline);
        Ending ending = search.run(connection, first);
        if (ending.gap().isPresent() && taken.get() >= most) {
            return ending.gap();
        }
        return Gap.worse(ending.gap(), referrals.follow(search, ending, connection.server(), first));
    }

    /** How many entries match, up to a thousand. */
    Count count(ExprNode filter, Deadline deadline) throws SourceUnavailableException {
        AtomicInteger count = new AtomicInteger();
        Optional<Gap> gap = first(MOST_COUNTED + 1, filter, NOTHING, deadline, entry -> count.incrementAndGet());
        return new Count(count.get(), gap);
    }

    /**
     * A number of entries.
     *
     * @param counted how many were counted
     * @param gap what was not counted, empty if these are all of them
     */
    record Count(int counted, Optional<Gap> gap) {
        boolean isNone() {
            return counted == 0 && gap.isEmpty();
        }

        /** For example <i>more than 1,000 entries</i>. */
        @Override
        public String toString() {
            if (counted > MOST_COUNTED) {
                return String.format(Locale.ROOT, "more than %,d entries", MOST_COUNTED);
            }
            String number = String.format(Locale.ROOT, "%,d", counted) + (counted == 1 ? " entry" : " entries");
            return gap.isEmpty() ? number : "at least " + number;
        }
    }
}
