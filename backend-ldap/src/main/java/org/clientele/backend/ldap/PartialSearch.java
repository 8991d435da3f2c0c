package org.clientele.backend.ldap;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.api.ldap.model.name.Dn;
import org.clientele.SourceUnavailableException;
import org.clientele.backend.ldap.Referral.Target;
import org.clientele.spi.Deadline;

/**
 * A search on one server.
 *
 * @param key the configuration key that names the base
 * @param reading how what it finds is read
 * @param deadline by which every wait ends
 */
record PartialSearch(String key, Dn base, SearchScope scope, ExprNode filter, Reading reading, Deadline deadline) {

    /**
     * What a server said about its part.
     *
     * @param gap the limit that cut its answer, empty if it delivered all that it has
     * @param references where it says that there is more, each with the URLs of which any will do
     * @param moved whether it has nothing of it, and the references say where it is
     */
    record Ending(Optional<Gap> gap, List<Collection<String>> references, boolean moved) {}

    /** Hands entries that the filter matches to {@code taker}. */
    Ending run(BoundConnection connection, EntryTaker taker) throws SourceUnavailableException {
        return reading.read(this, connection, taker);
    }

    /**
     * The same search where a referral says that it goes on.
     *
     * @param moved whether all of it is there, and not only what is below one child of the base
     */
    PartialSearch at(Target target, boolean moved) {
        // RFC 4511, 4.5.3: of a child that is elsewhere a search among the children wants the child itself
        SearchScope rest = scope == SearchScope.ONELEVEL && !moved ? SearchScope.OBJECT : scope;
        return new PartialSearch(
                key, target.base().orElse(base), target.scope().orElse(rest), filter, reading, deadline);
    }

    /** The same search with another deadline. */
    PartialSearch until(Deadline end) {
        return new PartialSearch(key, base, scope, filter, reading, end);
    }
}
