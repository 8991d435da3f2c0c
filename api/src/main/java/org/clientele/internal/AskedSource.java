package org.clientele.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.ListRequest;
import org.clientele.Ordering;
import org.clientele.Password;
import org.clientele.ReadOnlyException;
import org.clientele.SourceState;
import org.clientele.field.Field;
import org.clientele.spi.AuthenticatingSource;
import org.clientele.spi.CountingSource;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerIdList;
import org.clientele.spi.CustomerIdQuery;
import org.clientele.spi.CustomerIdSource;
import org.clientele.spi.CustomerMove;
import org.clientele.spi.CustomerMovingSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.DirectorySource;
import org.clientele.spi.NewRecord;
import org.clientele.spi.RecordChange;
import org.clientele.spi.RenamingSource;
import org.clientele.spi.RuleSettings;
import org.clientele.spi.SortingSource;
import org.clientele.spi.SourceCondition;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.WritableSource;

/** A source that fills a slot, with the gate to it and the look-ups that are remembered. Lives as long as its service. */
final class AskedSource {
    private final DirectorySource source;
    private final String slot;
    private final boolean bestEffort;
    private final Gate gate;
    private final LookUpCache cache;

    AskedSource(DirectorySource source, CallThreads threads) {
        SourceDescription description = source.description();
        this.source = source;
        this.slot = description.slot();
        this.bestEffort = description.rules().uniqueness() == RuleSettings.Uniqueness.BEST_EFFORT;
        this.cache = new LookUpCache(
                description.calls().cacheTtl(), description.search().caseSensitive());
        this.gate = new Gate("Source " + description.slot(), threads, cache::forgetAll);
    }

    /** The slot that the source says it fills. */
    String slot() {
        return slot;
    }

    /** Whether additions elsewhere go on without the source's answer. */
    boolean bestEffort() {
        return bestEffort;
    }

    DirectorySource service() {
        return source;
    }

    SourceDescription description() {
        return source.description();
    }

    Duration answerTimeLimit() {
        return description().calls().answerTimeLimit();
    }

    Gate gate() {
        return gate;
    }

    boolean writable() {
        return source instanceof WritableSource && !description().rules().readOnly();
    }

    boolean renames() {
        return source instanceof RenamingSource && writable();
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

    /** The first records in another order than the usual one; of a source that cannot sort, some in the usual order. */
    PendingCall<SourcePage> sort(SourceQuery query, RecordOrder order) {
        Optional<List<Ordering>> within = order.within(description());
        return start(
                Gate.Use.LIST,
                deadline -> source instanceof SortingSource sorting
                                && !within.orElse(List.of()).isEmpty()
                        ? sorting.sort(query, within.orElseThrow(), deadline)
                        : walk(deadline)
                                .records(query.criterion(), query.includeInvalid(), query.limit(), query.limit()));
    }

    PendingCall<Counting.Tally> count(Criterion criterion, boolean includeInvalid) {
        return start(
                Gate.Use.LIST,
                deadline -> source instanceof CountingSource counting
                        ? new Counting.Tally(counting.count(criterion, includeInvalid, deadline), true)
                        : walk(deadline).count(criterion, includeInvalid));
    }

    PendingCall<CustomerIdList> customerIds(CustomerIdQuery query) {
        return start(
                Gate.Use.LIST,
                deadline -> source instanceof CustomerIdSource ids
                        ? ids.customerIds(query, deadline)
                        : walk(deadline).customerIds(query));
    }

    /**
     * The records among these ids that the source has, valid or not. Each request has the same limit, however many ids there
     * are: sources keep what they prepared by the form of a request, which a limit of its own would be part of.
     */
    PendingCall<List<SourceRecord>> having(Collection<String> ids) {
        return matching(new Criterion.Ids(Set.copyOf(ids)));
    }

    /** The records that match something narrow, valid or not. */
    private PendingCall<List<SourceRecord>> matching(Criterion criterion) {
        return start(
                Gate.Use.LOOK_UP,
                deadline -> walk(deadline)
                        .records(criterion, true, ListRequest.MOST_ROWS, Integer.MAX_VALUE)
                        .records());
    }

    /** Records that match, valid or not, so many at most. */
    PendingCall<SourcePage> matching(Criterion criterion, int most) {
        return start(
                Gate.Use.LOOK_UP, deadline -> walk(deadline).records(criterion, true, ListRequest.MOST_ROWS, most));
    }

    private SourceWalk walk(Deadline deadline) {
        return new SourceWalk(source, deadline);
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

    /** Whether the source knows passwords. */
    boolean authenticates() {
        return source instanceof AuthenticatingSource;
    }

    /** Whether the password is the one of this id; no where the source knows no passwords. */
    PendingCall<Boolean> authenticate(String id, Password password) {
        return start(
                Gate.Use.SIGN_IN,
                deadline -> source instanceof AuthenticatingSource authenticating
                        && authenticating.authenticate(id, password, deadline));
    }

    PendingCall<Boolean> rename(RecordChange change, String newId) throws ReadOnlyException {
        if (!(source instanceof RenamingSource renaming) || !writable()) {
            throw readOnly();
        }
        return start(Gate.Use.WRITE, deadline -> {
            try {
                renaming.rename(change, newId, deadline);
            } finally {
                forget(change.id());
                forget(newId);
            }
            return true;
        });
    }

    /** Whether the source moves customer users by itself. */
    boolean movesCustomerUsers() {
        return source instanceof CustomerMovingSource && writable();
    }

    /** Moves some, see {@link CustomerMovingSource#moveCustomerUsers}. */
    PendingCall<Integer> moveCustomerUsers(CustomerMove move) throws ReadOnlyException {
        if (!(source instanceof CustomerMovingSource moving) || !writable()) {
            throw readOnly();
        }
        return start(Gate.Use.WRITE, deadline -> {
            try {
                return moving.moveCustomerUsers(move, deadline);
            } finally {
                forget();
            }
        });
    }

    void forget(String id) {
        cache.forget(id);
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

    List<Field> fields() {
        return description().fields();
    }

    <T> PendingCall<T> start(Gate.Use use, Gate.Call<T> call) {
        return gate.start(use, answerTimeLimit(), call);
    }

    private WritableSource requireWritable() throws ReadOnlyException {
        if (source instanceof WritableSource writableSource && writable()) {
            return writableSource;
        }
        throw readOnly();
    }

    private ReadOnlyException readOnly() {
        return new ReadOnlyException(
                "The source " + description().slot() + " (" + description().name() + ") is read only");
    }
}
