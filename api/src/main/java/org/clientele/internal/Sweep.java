package org.clientele.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.clientele.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks from the start on, and from time to time, for what processes that died left in the store: renames that are not
 * finished, reservations and tokens that ran out. The directory that started it ends it.
 */
final class Sweep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration WHILE_UNFINISHED = Duration.ofSeconds(5);

    private final CallThreads threads;
    private final Memory memory;
    private final List<Renames> renames;
    private final Clock clock = Clock.systemUTC();
    private volatile boolean closed;

    /** Renames of one kind of records that are not finished. */
    @FunctionalInterface
    interface Renames {
        /** @return whether there were none */
        boolean settle() throws StoreUnavailableException;
    }

    Sweep(CallThreads threads, Memory memory, List<Renames> renames) {
        this.threads = threads;
        this.memory = memory;
        this.renames = renames;
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
            return finished ? PAUSE : WHILE_UNFINISHED;
        } catch (StoreUnavailableException e) {
            LOG.debug("The store cannot be swept at the moment", e);
            return RETRY;
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("The store could not be swept; this is tried again", e);
            return PAUSE;
        }
    }
}
