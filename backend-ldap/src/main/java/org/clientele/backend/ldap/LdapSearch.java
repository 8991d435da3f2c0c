package org.clientele.backend.ldap;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.directory.api.ldap.model.constants.SchemaConstants;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.apache.directory.api.ldap.model.filter.PresenceNode;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.api.ldap.model.name.Dn;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.backend.ldap.PartialSearch.Ending;
import org.clientele.spi.Deadline;

/** Searches below one base, on the server that is asked and where it refers to; every wait ends by the deadline. */
final class LdapSearch {
    private final String key;
    private final Dn base;
    private final SearchScope scope;
    private final PageSize pageSize;
    private final Referrals referrals;
    private volatile boolean baseMissing;
    private volatile boolean baseSeen;

    /**
     * @param key the configuration key that names the base
     * @param pageSize how many entries a server is asked for at a time
     */
    LdapSearch(String key, Dn base, SearchScope scope, PageSize pageSize, Referrals referrals) {
        this(key, base, scope, pageSize, referrals, false);
    }

    private LdapSearch(
            String key, Dn base, SearchScope scope, PageSize pageSize, Referrals referrals, boolean baseSeen) {
        this.key = key;
        this.base = base;
        this.scope = scope;
        this.pageSize = pageSize;
        this.referrals = referrals;
        this.baseSeen = baseSeen;
    }

    /** The same with another base, of which the server itself has told. */
    LdapSearch at(Dn otherBase, SearchScope otherScope) {
        return new LdapSearch(key, otherBase, otherScope, pageSize, referrals, true);
    }

    /** Whether the server had no such base, or hid it, when it was asked last. */
    boolean isBaseMissing() {
        return baseMissing;
    }

    /**
     * Hands every entry that the filter matches to {@code taker}.
     *
     * @return what the answer lacks, empty if all were delivered
     */
    Optional<Gap> all(
            BoundConnection connection,
            ExprNode filter,
            Collection<String> attributes,
            Deadline deadline,
            Consumer<Entry> taker)
            throws SourceUnavailableException {
        return all(connection, filter, Wanted.of(attributes), deadline, (entry, whole) -> taker.accept(entry));
    }

    /**
     * The same where many entries may match of which few are kept: of an entry that is handed on with its keys alone the rest
     * can be read afterwards. An entry may be handed on twice, whole and then with its keys.
     */
    Optional<Gap> all(BoundConnection connection, ExprNode filter, Wanted wanted, Deadline deadline, EntryTaker taker)
            throws SourceUnavailableException {
        PartialSearch search =
                new PartialSearch(key, base, scope, filter, new PagedReading(wanted, pageSize), deadline);
        Ending ending = run(search, connection, taker);
        Optional<Gap> elsewhere = referrals.follow(search, ending, connection.server(), taker);
        return Gap.worse(ending.gap(), elsewhere);
    }

    private Ending run(PartialSearch search, BoundConnection connection, EntryTaker taker)
            throws SourceUnavailableException {
        try {
            Ending ending = search.run(connection, (entry, whole) -> {
                baseSeen = true;
                taker.take(entry, whole);
            });
            if (!baseSeen && !ending.moved() && ending.gap().isEmpty()) {
                lookForBase(connection, search.deadline());
            }
            baseMissing = false;
            return ending;
        } catch (SourceUnavailableException e) {
            baseMissing = e.reason() == Reason.WAITING;
            throw e;
        }
    }

    /** 389 Directory Server says of a base that it does not have that nothing is below it, where it is asked for pages. */
    private void lookForBase(BoundConnection connection, Deadline deadline) throws SourceUnavailableException {
        new BoundedSearch(connection, referrals, key, base, SearchScope.OBJECT)
                .first(
                        1,
                        new PresenceNode(SchemaConstants.OBJECT_CLASS_AT),
                        List.of(SchemaConstants.NO_ATTRIBUTE),
                        deadline,
                        entry -> baseSeen = true);
    }
}
