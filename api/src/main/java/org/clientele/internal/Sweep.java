package org.clientele.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.clientele.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks from the start on, and from time to time, for what processes that died left in the store: renames that are not
 * finished, reservations and tokens that ran out, entries of the audit that are too old. The directory that started it ends it.
 */
final class Sweep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration WHILE_UNFINISHED = Duration.ofSeconds(5);

    private final CallThreads threads;
    private final Memory memory;
    private final List<Renames> renames;
    private final Optional<Duration> auditRetention;
    private final Clock clock = Clock.systemUTC();
    private volatile boolean closed;

    /** Renames of one kind of records that are not finished. */
    @FunctionalInterface
    interface Renames {
        /** @return whether there were none */
        boolean settle() throws StoreUnavailableException;
    }

    /** @param auditRetention how long the entries of the audit are kept; empty for ever */
    Sweep(CallThreads threads, Memory memory, List<Renames> renames, Optional<Duration> auditRetention) {
        this.threads = threads;
        this.memory = memory;
        this.renames = renames;
        this.auditRetention = auditRetention;
    }

    void start() {
        threads.later(RETRY, this::run);
    }

    @Override
    public void close() {
        closed = true;
    }

    private void run() {
        if (!closed) {
            threads.later(memory.hasStore() ? sweep() : RETRY, this::run);
        }
    }

    /** @return whether none is left that is too old */
    private boolean sweepAudit() throws StoreUnavailableException {
        return auditRetention.isEmpty()
                || memory.change(s -> s.audit().sweep(clock.instant().minus(auditRetention.get())));
    }

    /** @return when to look again */
    private Duration sweep() {
        try {
            boolean finished = true;
            for (Renames some : renames) {
                finished &= some.settle();
            }
            memory.change(s -> {
                s.reservations().sweep();
                s.tokens().sweep(clock.instant());
                return true;
            });
            return finished & sweepAudit() ? PAUSE : WHILE_UNFINISHED;
        } catch (StoreUnavailableException e) {
            LOG.debug("The store cannot be swept at the moment", e);
            return RETRY;
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("The store could not be swept; this is tried again", e);
            return PAUSE;
        }
    }
}
