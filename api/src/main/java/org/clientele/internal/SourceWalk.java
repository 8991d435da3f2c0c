package org.clientele.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.clientele.SourceUnavailableException;
import org.clientele.field.Fields;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerIdList;
import org.clientele.spi.CustomerIdQuery;
import org.clientele.spi.Deadline;
import org.clientele.spi.DirectorySource;
import org.clientele.spi.OrderKey;
import org.clientele.spi.RecordMatcher;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceQuery.Position;
import org.clientele.spi.SourceRecord;

/** Does by bounded walks what a source does not offer by itself. */
final class SourceWalk {
    private static final int MOST_RECORDS = 10_000;

    private final DirectorySource source;
    private final Deadline deadline;

    SourceWalk(DirectorySource source, Deadline deadline) {
        this.source = source;
        this.deadline = deadline;
    }

    /**
     * The records from the first on, request by request.
     *
     * @param atOnce the most records of one request
     * @param most where to stop
     */
    SourcePage records(Criterion criterion, boolean includeInvalid, int atOnce, int most)
            throws SourceUnavailableException {
        List<SourceRecord> found = new ArrayList<>();
        boolean truncated = false;
        boolean more = true;
        Optional<Position> after = Optional.empty();
        while (more && found.size() < most) {
            int limit = Math.min(atOnce, most - found.size());
            SourcePage page = source.search(new SourceQuery(criterion, after, limit, includeInvalid), deadline);
            found.addAll(page.records());
            truncated |= page.truncated();
            after = page.records().stream()
                    .reduce((earlier, later) -> later)
                    .map(last -> new Position(last.key(), last.id()));
            more = page.more() && after.isPresent();
        }
        return new SourcePage(found, more, truncated);
    }

    Counting.Tally count(Criterion criterion, boolean includeInvalid) throws SourceUnavailableException {
        SourcePage page = records(criterion, includeInvalid, MOST_RECORDS, MOST_RECORDS);
        return new Counting.Tally(page.records().size(), !page.more() && !page.truncated());
    }

    CustomerIdList customerIds(CustomerIdQuery query) throws SourceUnavailableException {
        SourcePage page = records(Criterion.ALL, query.includeInvalid(), MOST_RECORDS, MOST_RECORDS);
        RecordMatcher matcher = new RecordMatcher(source.description());
        TreeSet<Position> ids = new TreeSet<>();
        for (SourceRecord record : page.records()) {
            record.fields().getOrDefault(Fields.CUSTOMER, List.of()).stream()
                    .filter(id -> !id.isEmpty())
                    .filter(id -> query.search()
                            .map(text -> matcher.matches(List.of(id), text))
                            .orElse(true))
                    .map(id -> new Position(OrderKey.of(id), id))
                    .filter(id -> query.after().map(id::compareTo).orElse(1) > 0)
                    .forEach(ids::add);
        }
        List<Position> first = ids.stream().limit(query.limit()).toList();
        return new CustomerIdList(first, first.size() < ids.size(), page.more() || page.truncated());
    }
}
