package org.clientele.backend.ldap;

import org.clientele.SourceUnavailableException;
import org.clientele.backend.ldap.PartialSearch.Ending;

/**
 * Everything, in simple paged results (RFC 2696).
 *
 * @param wanted what is read of entries: of few all, of many the keys
 * @param pageSize how many entries the server is asked for at a time
 */
record PagedReading(Wanted wanted, PageSize pageSize) implements Reading {

    /** Up to so many requests it costs less to read entries whole than to begin again and read what is kept once more. */
    private static final int REQUESTS_FOR_WHOLE_ENTRIES = 8;

    @Override
    public Ending read(PartialSearch search, BoundConnection connection, EntryTaker taker)
            throws SourceUnavailableException {
        Pass whole = new Pass(search, pageSize, connection, wanted.all(), entry -> taker.take(entry, true));
        boolean few = !whole.begin(REQUESTS_FOR_WHOLE_ENTRIES);
        if (few || !wanted.differ()) {
            return whole.end();
        }
        // a search goes on with the attributes it began with, so it has to begin again
        whole.abandon();
        Pass keys = new Pass(search, pageSize, connection, wanted.keys(), entry -> taker.take(entry, false));
        keys.begin(1);
        return keys.end();
    }
}
