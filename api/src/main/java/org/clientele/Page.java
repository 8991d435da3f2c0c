package org.clientele;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list, ordered by lower-case login (or customer ID), compared by code point.
 *
 * @param rows the records, each login at most once: the owner's. A page without rows need not be the last one: where many
 *     records in a row are left out, because their logins belong to others, a caller goes on from the cursor
 * @param next the cursor of the following page, empty at the end
 * @param sources what became of each source, in the order of the slots
 * @param incomplete whether a source was missing on this page or on one before it: the list may lack rows, start it again
 *     for a complete one
 * @param notices sentences for people about the list as a whole, for example that the store is away
 */
public record Page<E extends DirectoryEntry>(
        List<E> rows, Optional<String> next, List<SourceReport> sources, boolean incomplete, List<String> notices) {

    public Page {
        rows = List.copyOf(rows);
        sources = List.copyOf(sources);
        notices = List.copyOf(notices);
    }
}
