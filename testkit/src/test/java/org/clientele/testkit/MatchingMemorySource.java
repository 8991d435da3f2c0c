package org.clientele.testkit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.Deadline;
import org.clientele.spi.RecordMatcher;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;

/** A {@link MemorySource} that searches as an author would who has a list of records and nothing else. */
final class MatchingMemorySource extends MemorySource {
    private final RecordMatcher matcher;

    MatchingMemorySource(MemoryTable table, Map<String, String> settings) {
        super(table, settings);
        matcher = new RecordMatcher(description());
    }

    @Override
    public SourcePage search(SourceQuery query, Deadline deadline) throws SourceUnavailableException {
        check(deadline);
        List<SourceRecord> found = table().select(row -> true).stream()
                .map(this::toRecord)
                .filter(matcher.matching(query))
                .sorted(Comparator.comparing(SourceRecord::position))
                .toList();
        return page(found, query.limit());
    }
}
