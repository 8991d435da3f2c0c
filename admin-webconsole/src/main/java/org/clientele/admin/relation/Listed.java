package org.clientele.admin.relation;

import java.util.List;
import java.util.Optional;

/**
 * A page of one side.
 *
 * @param rows what was found
 * @param next the cursor for the next page, empty at the end
 * @param missing the names of the sources that could not be asked
 * @param incomplete whether a source was missing on this page or on one before it
 */
record Listed(List<Entry> rows, Optional<String> next, List<String> missing, boolean incomplete) {
    static final Listed NOTHING = new Listed(List.of(), Optional.empty(), List.of(), false);

    Listed {
        rows = List.copyOf(rows);
        missing = List.copyOf(missing);
    }
}
