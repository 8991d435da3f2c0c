package org.clientele.backend.db;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.persistence.PersistenceException;
import javax.persistence.spi.PersistenceProvider;
import javax.sql.DataSource;
import org.clientele.Finding;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.backend.db.OpenTable.UnknownDatabaseException;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourceCondition;
import org.clientele.spi.SourceDescription;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the table: opened at first need, checked, dropped when the data source goes, and looked at again by a thread of
 * its own as long as something is missing.
 */
final class Contact implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Contact.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final Duration LAST_LOOK = Duration.ofSeconds(5);
    private static final int MOST_WAITING = 100;

    private final TableSettings settings;
    private final PersistenceProvider provider;
    private final DataSourceSupply supply;
    private final ScheduledThreadPoolExecutor thread;
    private final ReentrantLock opening = new ReentrantLock();
    private final AtomicReference<@Nullable OpenTable> open = new AtomicReference<>();
    private volatile SourceDescription description;
    private volatile SourceCondition storage = new SourceCondition(SourceState.READY, List.of());
    private volatile boolean suspect;
    private volatile boolean closed;

    Contact(TableSettings settings, PersistenceProvider provider, Function<Runnable, DataSourceSupply> supplies) {
        this.settings = settings;
        this.provider = provider;
        this.description = settings.description();
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "clientele-" + settings.description().slot());
            made.setDaemon(true);
            return made;
        });
        this.supply = supplies.apply(() -> later(this::look));
        if (!settings.faulty()) {
            thread.scheduleWithFixedDelay(this::look, 0, LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    SourceDescription description() {
        return description;
    }

    SourceCondition condition() {
        if (settings.faulty()) {
            return new SourceCondition(SourceState.MISCONFIGURED, settings.findings());
        }
        SourceCondition found = supply.current().isPresent() ? storage : waitingForDataSource();
        return new SourceCondition(
                found.state(),
                Stream.concat(settings.findings().stream(), found.findings().stream())
                        .toList());
    }

    /** The table, opened if it is not open yet. */
    OpenTable table(Deadline deadline) throws SourceUnavailableException {
        if (settings.faulty()) {
            throw new SourceUnavailableException(
                    Reason.MISCONFIGURED, "The configuration of " + slot() + " has faults.");
        }
        if (deadline.passed()) {
            throw new SourceUnavailableException(Reason.TIME_OUT, "No time was left to ask " + slot() + ".");
        }
        DataSource dataSource = dataSource();
        OpenTable table = open.get();
        return table != null && table.dataSource() == dataSource ? table : open(deadline);
    }

    /** Notes that a call failed in a way that a look at the table may explain. */
    void suspect(Exception fault) {
        suspect = true;
        if (Faults.isClosedDatabase(fault)) {
            supply.discardConnections();
        }
    }

    /** Does something on the thread that looks at the table, soon; not at all if this is closed before or much else waits. */
    void later(Runnable task) {
        try {
            if (thread.getQueue().size() < MOST_WAITING) {
                thread.execute(task);
            }
        } catch (RejectedExecutionException e) {
            LOG.debug("{} is closed; nothing is done any more", slot(), e);
        }
    }

    /** Waits for a look that is under way and does not interrupt it: an interrupt closes the file of an embedded H2. */
    @Override
    public void close() {
        closed = true;
        thread.getQueue().clear();
        thread.shutdown();
        supply.close();
        drop();
        try {
            if (!thread.awaitTermination(LAST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{}: the last look at the table did not end in time", slot());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        drop();
    }

    private DataSource dataSource() throws SourceUnavailableException {
        Optional<DataSource> dataSource = closed ? Optional.empty() : supply.current();
        return dataSource.orElseThrow(() -> new SourceUnavailableException(
                Reason.WAITING, slot() + " waits: " + (closed ? "it was stopped" : supply.missing()) + "."));
    }

    private OpenTable open(Deadline deadline) throws SourceUnavailableException {
        lock(deadline);
        try {
            // not the one that was there before the wait for the lock: another thread may have opened the next since
            DataSource dataSource = dataSource();
            OpenTable table = open.get();
            if (table != null && table.dataSource() == dataSource && !suspect) {
                return table;
            }
            return reopen(dataSource);
        } catch (UnknownDatabaseException e) {
            throw misconfigured(List.of(Finding.error(
                    "type", "is needed, for " + e.getMessage() + "; write one of " + DatabaseFamily.allTypes())));
        } catch (SQLException | PersistenceException | EclipseLinkException e) {
            throw Faults.of(slot(), e);
        } finally {
            opening.unlock();
        }
    }

    private OpenTable reopen(DataSource dataSource) throws SQLException, SourceUnavailableException {
        Optional<TableMetadata> metadata = OpenTable.describe(dataSource, settings);
        if (metadata.isEmpty()) {
            drop();
            found(new SourceCondition(SourceState.WAITING, List.of(StorageCheck.missingTable(settings))));
            throw new SourceUnavailableException(
                    Reason.WAITING, slot() + " waits: its table '" + settings.table() + "' is not there.");
        }
        List<Finding> findings = new ArrayList<>(StorageCheck.findings(settings, metadata.get()));
        new AuditUser(settings, metadata.get()).finding(dataSource).ifPresent(findings::add);
        SourceCondition condition = SourceCondition.of(findings);
        if (condition.state() == SourceState.MISCONFIGURED) {
            throw misconfigured(findings);
        }
        found(condition);
        OpenTable known = open.get();
        if (known != null
                && known.dataSource() == dataSource
                && known.metadata().isSame(metadata.get())) {
            // what failed was a call and not the table: others go on using it
            suspect = false;
            return known;
        }
        drop();
        OpenTable table = new OpenTable(provider, dataSource, metadata.get(), settings);
        description = table.describe(settings.description());
        open.set(table);
        suspect = false;
        if (closed) {
            drop();
        }
        return table;
    }

    private SourceUnavailableException misconfigured(List<Finding> findings) {
        drop();
        found(SourceCondition.of(findings));
        return new SourceUnavailableException(
                Reason.MISCONFIGURED,
                "The configuration of " + slot() + " does not fit its database; see its findings.");
    }

    private void found(SourceCondition condition) {
        if (!condition.equals(storage)) {
            condition.findings().forEach(finding -> LOG.info("{}: {} {}", slot(), finding.key(), finding.message()));
        }
        storage = condition;
    }

    private void drop() {
        drop(open.get());
    }

    /** Only this one: another thread may have opened the next in between. */
    private void drop(@Nullable OpenTable table) {
        if (table != null && open.compareAndSet(table, null)) {
            table.close();
        }
    }

    private void look() {
        try {
            // before the data source: what is opened after this has one that came after it
            OpenTable table = open.get();
            Optional<DataSource> dataSource = supply.current();
            if (dataSource.isEmpty()) {
                drop(table);
            } else if (suspect || !isOpen(dataSource.get())) {
                open(Deadline.in(LAST_LOOK));
            }
        } catch (SourceUnavailableException | RuntimeException e) {
            LOG.debug("{}: a look at the table failed", slot(), e);
        }
    }

    private boolean isOpen(DataSource dataSource) {
        OpenTable table = open.get();
        return table != null && table.dataSource() == dataSource;
    }

    private void lock(Deadline deadline) throws SourceUnavailableException {
        try {
            if (opening.tryLock(deadline.remainingMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new SourceUnavailableException(Reason.TIME_OUT, "The database of " + slot() + " did not answer in time.");
    }

    private SourceCondition waitingForDataSource() {
        String key = settings.access().url().isPresent() ? "dsn" : "dataSourceName";
        return new SourceCondition(SourceState.WAITING, List.of(Finding.warning(key, "waits: " + supply.missing())));
    }

    private String slot() {
        return settings.description().slot();
    }
}
