package org.clientele.backend.ldap;

import java.util.Collection;
import org.apache.directory.api.ldap.model.message.LdapResult;
import org.apache.directory.api.ldap.model.message.SearchRequest;
import org.clientele.SourceUnavailableException;
import org.clientele.backend.ldap.PartialSearch.Ending;

/**
 * The first entries as they come.
 *
 * @param most how many a server delivers at most; 0 for all
 * @param attributes what is read of each
 */
record FirstReading(int most, Collection<String> attributes) implements Reading {

    @Override
    public Ending read(PartialSearch search, BoundConnection connection, EntryTaker taker)
            throws SourceUnavailableException {
        SearchRequest request =
                Exchange.request(search.base(), search.scope(), search.filter(), attributes, search.deadline());
        request.setSizeLimit(most);
        References references = new References();
        LdapResult result = Exchange.answer(
                        connection,
                        Exchange.send(connection, request),
                        search.deadline(),
                        entry -> taker.take(entry, true),
                        references::add)
                .getLdapResult();
        return references.ending(result, connection, search.key());
    }
}
