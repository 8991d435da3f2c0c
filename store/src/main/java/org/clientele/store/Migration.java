package org.clientele.store;

import java.sql.SQLException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import liquibase.exception.LiquibaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrates as soon as the database lets it, on a thread of its own: tries again, at growing distances, until it succeeded
 * or is closed. Logs when its state changes, not at each attempt.
 */
final class Migration implements AutoCloseable {

    private enum State {
        STARTING,
        WAITING,
        FAILING
    }

    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 8_000;
    private static final long PATIENCE_AT_CLOSE_SECONDS = 10;

    private final Tables tables;
    private final Runnable whenDone;
    private final ScheduledThreadPoolExecutor thread;
    private State state = State.STARTING;

    /**
     * @param tables what to migrate
     * @param whenDone called once, on the migration's thread
     */
    Migration(Tables tables, Runnable whenDone) {
        this.tables = tables;
        this.whenDone = whenDone;
        thread = new ScheduledThreadPoolExecutor(1, OwnThreads.named("clientele-store-migration"));
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    void start() {
        thread.execute(() -> attempt(FIRST_PAUSE_MILLIS));
    }

    private void attempt(long pauseMillis) {
        long start = System.nanoTime();
        try {
            tables.migrate();
        } catch (SQLException e) {
            enter(State.WAITING, "The store waits for its database and tries again until it answers", e);
            later(pauseMillis);
            return;
        } catch (LiquibaseException | RuntimeException | LinkageError e) {
            enter(State.FAILING, "The store's tables cannot be brought up to date; it tries again", e);
            later(pauseMillis);
            return;
        }
        LOG.info(
                "The store's tables are up to date ({} ms).", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        whenDone.run();
    }

    private void later(long pauseMillis) {
        long next = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
        thread.schedule(() -> attempt(next), pauseMillis, TimeUnit.MILLISECONDS);
    }

    private void enter(State now, String message, Throwable failure) {
        if (state == now) {
            LOG.debug("{}.", message, failure);
        } else if (now == State.WAITING) {
            LOG.warn("{}: {}", message, failure.getMessage());
        } else {
            LOG.error("{}.", message, failure);
        }
        state = now;
    }

    /** Waits for a running attempt and interrupts nothing: an interrupt closes the file of an embedded H2. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_AT_CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn(
                        "The migration of the store's tables still waits for the database; it ends with the driver's time-out.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
