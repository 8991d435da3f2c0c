package org.clientele.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.ReadOnlyException;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.clientele.spi.DirectorySource;
import org.clientele.spi.NewRecord;
import org.clientele.spi.RecordChange;
import org.clientele.spi.SourceCondition;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.WritableSource;

/** A source that fills a slot, with the gate to it and the look-ups that are remembered. Lives as long as its service. */
final class AskedSource {
    private final DirectorySource source;
    private final Gate gate;
    private final LookUpCache cache;

    AskedSource(DirectorySource source, CallThreads threads) {
        SourceDescription description = source.description();
        this.source = source;
        this.cache = new LookUpCache(
                description.calls().cacheTtl(), description.search().caseSensitive());
        this.gate = new Gate("Source " + description.slot(), threads, cache::forgetAll);
    }

    DirectorySource service() {
        return source;
    }

    SourceDescription description() {
        return source.description();
    }

    Gate gate() {
        return gate;
    }

    boolean writable() {
        return source instanceof WritableSource && !description().rules().readOnly();
    }

    /** A remembered look-up, empty if there is none. */
    Optional<Optional<SourceRecord>> remembered(String id) {
        return cache.get(id);
    }

    /** Looks a record up in the source; the answer is remembered for others. */
    PendingCall<Optional<SourceRecord>> find(String id) {
        return start(Gate.Use.LOOK_UP, deadline -> {
            LookUpCache.Load load = cache.load(id);
            try {
                Optional<SourceRecord> found = source.find(id, deadline);
                load.loaded(found);
                return found;
            } finally {
                load.end();
            }
        });
    }

    PendingCall<SourcePage> search(SourceQuery query) {
        return start(Gate.Use.LIST, deadline -> source.search(query, deadline));
    }

    /** The records among these ids that the source has, valid or not, request by request. */
    PendingCall<List<SourceRecord>> having(Collection<String> ids) {
        Criterion criterion = new Criterion.Ids(Set.copyOf(ids));
        return start(Gate.Use.LOOK_UP, deadline -> all(criterion, ids.size() * 2, deadline));
    }

    private List<SourceRecord> all(Criterion criterion, int limit, Deadline deadline)
            throws SourceUnavailableException {
        List<SourceRecord> found = new ArrayList<>();
        SourcePage page;
        Optional<SourceQuery.Position> after = Optional.empty();
        do {
            page = source.search(new SourceQuery(criterion, after, limit, true), deadline);
            found.addAll(page.records());
            after = page.records().stream().reduce((earlier, later) -> later).map(SourceRecord::position);
        } while (page.more() && after.isPresent());
        return found;
    }

    /** Up to two records with this e-mail address, valid or not. */
    PendingCall<SourcePage> withEmail(String address) {
        SourceQuery query = new SourceQuery(new Criterion.Email(address), Optional.empty(), 2, true);
        return start(Gate.Use.LOOK_UP, deadline -> source.search(query, deadline));
    }

    PendingCall<Boolean> add(NewRecord record) throws ReadOnlyException {
        WritableSource writable = requireWritable();
        return start(Gate.Use.WRITE, deadline -> {
            try {
                writable.add(record, deadline);
            } finally {
                cache.forget(record.id());
            }
            return true;
        });
    }

    PendingCall<Boolean> update(RecordChange change) throws ReadOnlyException {
        WritableSource writable = requireWritable();
        return start(Gate.Use.WRITE, deadline -> {
            try {
                writable.update(change, deadline);
            } finally {
                cache.forget(change.id());
            }
            return true;
        });
    }

    void forget() {
        cache.forgetAll();
    }

    SourceState state() {
        SourceState condition = source.condition().state();
        return condition == SourceState.READY && gate.open() ? SourceState.UNAVAILABLE : condition;
    }

    SourceCondition condition() {
        return source.condition();
    }

    List<org.clientele.field.Field> fields() {
        return description().fields();
    }

    <T> PendingCall<T> start(Gate.Use use, Gate.Call<T> call) {
        return gate.start(use, description().calls().answerTimeLimit(), call);
    }

    private WritableSource requireWritable() throws ReadOnlyException {
        if (source instanceof WritableSource writableSource && writable()) {
            return writableSource;
        }
        throw new ReadOnlyException(
                "The source " + description().slot() + " (" + description().name() + ") is read only");
    }
}
