package org.clientele.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.SourceQuery.Position;

/**
 * All records of a storage that is read whole, such as a file, ready to be asked. Nothing changes it any more: a source keeps
 * one in a volatile field and swaps it. It matches as {@link RecordMatcher} does.
 */
public final class RecordSet {
    private final SourceDescription source;
    private final RecordMatcher matcher;
    private final NavigableMap<Position, SourceRecord> records;

    private RecordSet(SourceDescription source, NavigableMap<Position, SourceRecord> records) {
        this.source = source;
        this.matcher = new RecordMatcher(source);
        this.records = records;
    }

    /** No records. */
    public static RecordSet empty(SourceDescription source) {
        return new Builder(source).build();
    }

    /** As {@link DirectorySource#find}. */
    public Optional<SourceRecord> find(String id, Deadline deadline) throws SourceUnavailableException {
        deadline.check();
        return Optional.ofNullable(records.get(place(source, id)));
    }

    /** As {@link DirectorySource#search}. */
    public SourcePage search(SourceQuery query, Deadline deadline) throws SourceUnavailableException {
        deadline.check();
        List<SourceRecord> found = new ArrayList<>();
        Predicate<SourceRecord> wanted = matcher.matching(query);
        for (SourceRecord record : records.values()) {
            deadline.check();
            if (wanted.test(record)) {
                found.add(record);
            }
            if (found.size() > query.limit()) {
                break;
            }
        }
        return SourcePage.of(found, query.limit());
    }

    /** Where an id stands in the order of lists; the same for ids that are the same. */
    private static Position place(SourceDescription source, String id) {
        String key = OrderKey.of(id);
        return new Position(key, source.search().caseSensitive() ? id : key);
    }

    /** Collects records. One thread. */
    public static final class Builder {
        private final SourceDescription source;
        private final NavigableMap<Position, SourceRecord> records = new TreeMap<>();

        public Builder(SourceDescription source) {
            this.source = source;
        }

        /**
         * Takes a record unless its id is empty or there is one with its id already.
         *
         * @return whether it was taken
         */
        public boolean add(SourceRecord record) {
            return !record.id().isEmpty() && records.putIfAbsent(place(source, record.id()), record) == null;
        }

        public RecordSet build() {
            return new RecordSet(source, new TreeMap<>(records));
        }
    }
}
