package org.clientele.backend.ldap;

import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.clientele.Finding;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.backend.ldap.LdapSettings.Access;
import org.clientele.backend.ldap.StoreReader.UnusableFileException;
import org.clientele.spi.Deadline;

/**
 * The connections of one source. A connection is opened on a thread of its own, because resolving a name, connecting and
 * binding do not end by a caller's deadline; one that comes too late goes to the pool for the next caller. That is why the pool
 * under the library's {@code LdapConnectionPool} is used without it: the library opens and binds where one is borrowed, and
 * looks at each with a search of its own.
 */
final class Connections implements AutoCloseable {
    private static final int MOST = 10;
    /** How long one is kept that nobody uses; less than firewalls and servers usually wait before they cut it in silence. */
    private static final Duration IDLE_LIMIT = Duration.ofMinutes(5);

    private static final int LOOKS_PER_LIMIT = 5;
    private static final long ASK_AGAIN_MILLIS = 100;

    private final Servers servers;
    private final Opener opener;
    private final GenericObjectPool<PooledConnection> pool;
    private final ExecutorService openers;
    private volatile boolean closed;

    Connections(String slot, Access access, LongSupplier nanoTime) {
        this(slot, access, nanoTime, IDLE_LIMIT);
    }

    /** @param idleLimit how long a connection is kept that nobody uses */
    Connections(String slot, Access access, LongSupplier nanoTime, Duration idleLimit) {
        this.servers = new Servers(access.servers(), nanoTime);
        this.opener = new Opener(access, servers, nanoTime);
        this.pool = pool(new PooledConnectionFactory(servers, opener), idleLimit);
        this.openers = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "Clientele LDAP " + slot);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What is wrong with servers while others answer. */
    List<Finding> findings() {
        return servers.findings();
    }

    /** What is done with a connection; it may be done twice, so it keeps its results to itself until it returns. */
    interface Work<T> {
        T on(BoundConnection connection) throws SourceUnavailableException;
    }

    /** Does something on a connection; once more on another one if the server has dropped the first meanwhile. */
    <T> T call(Deadline deadline, Work<T> work) throws SourceUnavailableException {
        try {
            return once(deadline, work);
        } catch (SourceUnavailableException e) {
            if (!isDropped(e) || closed || deadline.passed()) {
                throw e;
            }
            return once(deadline, work);
        }
    }

    @Override
    public void close() {
        closed = true;
        pool.close();
        openers.shutdownNow();
        opener.close();
    }

    private <T> T once(Deadline deadline, Work<T> work) throws SourceUnavailableException {
        PooledConnection connection = borrow(deadline);
        boolean sound = false;
        try {
            T result = work.on(connection.get());
            sound = true;
            return result;
        } catch (SourceUnavailableException e) {
            sound = e.reason() == Reason.REQUEST || e.reason() == Reason.WAITING;
            if (e.reason() == Reason.CONNECTION && !isDropped(e)) {
                servers.failed(connection.get().server(), Faults.rootMessage(e));
            }
            throw e;
        } finally {
            giveBack(connection, sound);
        }
    }

    private static boolean isDropped(SourceUnavailableException failure) {
        return failure.reason() == Reason.CONNECTION && failure.getCause() instanceof DroppedException;
    }

    private PooledConnection borrow(Deadline deadline) throws SourceUnavailableException {
        PooledConnection connection = next(deadline);
        if (!connection.isOpen()) {
            open(connection, deadline);
        }
        return connection;
    }

    /**
     * One that nobody else uses, open or not. The pool does not wake who begins to wait while others drop theirs: whoever waits
     * asks it again from time to time.
     */
    private PooledConnection next(Deadline deadline) throws SourceUnavailableException {
        while (true) {
            Optional<PooledConnection> next = next(deadline.remainingMillis());
            if (next.isPresent()) {
                return next.get();
            }
            if (deadline.passed()) {
                throw new SourceUnavailableException(Reason.TIME_OUT, "All connections to " + servers + " are busy");
            }
        }
    }

    private Optional<PooledConnection> next(long millis) throws SourceUnavailableException {
        try {
            return Optional.of(pool.borrowObject(Duration.ofMillis(Math.min(millis, ASK_AGAIN_MILLIS))));
        } catch (NoSuchElementException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw cancelled(e);
        } catch (Exception e) {
            throw unavailable(e);
        }
    }

    private void open(PooledConnection connection, Deadline deadline) throws SourceUnavailableException {
        Opening opening = new Opening(connection, opener, pool::returnObject, this::destroy);
        Future<?> task = submit(opening);
        try {
            opening.await(deadline);
        } catch (ExecutionException e) {
            throw unavailable(Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            abandon(opening, task);
            throw new SourceUnavailableException(
                    Reason.TIME_OUT, servers + " did not let us in within the time limit", e);
        } catch (InterruptedException e) {
            abandon(opening, task);
            throw cancelled(e);
        }
    }

    private Future<?> submit(Opening opening) throws SourceUnavailableException {
        try {
            return openers.submit(opening);
        } catch (RejectedExecutionException e) {
            opening.abandon();
            throw stopped(e);
        }
    }

    private static void abandon(Opening opening, Future<?> task) {
        opening.abandon();
        task.cancel(true);
    }

    private void giveBack(PooledConnection connection, boolean sound) {
        if (sound) {
            pool.returnObject(connection);
        } else {
            destroy(connection);
            pool.clear();
        }
    }

    private void destroy(PooledConnection connection) {
        try {
            pool.invalidateObject(connection);
        } catch (Exception e) {
            throw new IllegalStateException("A connection of the pool can always be dropped", e);
        }
    }

    private SourceUnavailableException cancelled(InterruptedException e) {
        if (closed) {
            // the pool wakes who waits for it
            return stopped(e);
        }
        Thread.currentThread().interrupt();
        return new SourceUnavailableException(Reason.TIME_OUT, "The call to " + servers + " was cancelled", e);
    }

    private SourceUnavailableException unavailable(Throwable cause) {
        if (closed) {
            return stopped(cause);
        }
        if (cause instanceof BoundConnection.RefusedBindException || cause instanceof UnusableFileException) {
            return new SourceUnavailableException(Reason.CONNECTION, String.valueOf(cause.getMessage()), cause);
        }
        return new SourceUnavailableException(Reason.CONNECTION, "No connection to " + servers, cause);
    }

    private SourceUnavailableException stopped(Throwable cause) {
        return new SourceUnavailableException(Reason.CONNECTION, "The source is being stopped", cause);
    }

    private static GenericObjectPool<PooledConnection> pool(PooledConnectionFactory factory, Duration idleLimit) {
        GenericObjectPoolConfig<PooledConnection> limits = new GenericObjectPoolConfig<>();
        limits.setMaxTotal(MOST);
        limits.setMaxIdle(MOST);
        limits.setTestOnBorrow(true);
        limits.setMinEvictableIdleDuration(idleLimit);
        limits.setTimeBetweenEvictionRuns(idleLimit.dividedBy(LOOKS_PER_LIMIT));
        limits.setNumTestsPerEvictionRun(MOST);
        limits.setJmxEnabled(false);
        return new GenericObjectPool<>(factory, limits);
    }

    /** A connection that worked was dropped by the other side. */
    static final class DroppedException extends Exception {
        private static final long serialVersionUID = 1L;

        DroppedException() {
            super("The server closed the connection");
        }
    }
}
