package org.clientele.backend.ldap;

import org.clientele.SourceUnavailableException;
import org.clientele.backend.ldap.PartialSearch.Ending;

/** How much of what a search finds is read from one server, and how. */
interface Reading {
    /** Hands entries that the search finds to {@code taker}. */
    Ending read(PartialSearch search, BoundConnection connection, EntryTaker taker) throws SourceUnavailableException;
}
