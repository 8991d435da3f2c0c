package org.clientele.conflict;

import java.util.List;
import java.util.Optional;
import org.clientele.SourceReport;

/**
 * A portion of the conflicts of one kind.
 *
 * @param conflicts what was found in this portion; none means that there may be some in the next one
 * @param next where to go on, empty at the end
 * @param walked how many records or references were looked at so far, from the first portion on
 * @param sources what became of the sources that were asked
 * @param incomplete whether a source could not be asked in this portion or one before, so that conflicts may be missing
 */
public record ConflictPage(
        List<Conflict> conflicts, Optional<String> next, long walked, List<SourceReport> sources, boolean incomplete) {
    public ConflictPage {
        conflicts = List.copyOf(conflicts);
        sources = List.copyOf(sources);
    }
}
