package org.clientele.backend.ldap;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.TrustManager;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.ldap.client.api.LdapConnectionConfig;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.backend.ldap.LdapSettings.Credentials;
import org.clientele.backend.ldap.LdapSettings.Server;
import org.clientele.spi.Deadline;

/**
 * The connections of one source. A connection is opened on a thread of its own, because resolving a name, connecting and
 * binding do not end by a caller's deadline; one that comes too late goes to the pool for the next caller.
 */
final class Connections implements AutoCloseable {
    private static final int MOST = 10;
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

    private final Server server;
    private final LdapConnectionConfig config;
    private final Set<BoundConnection> open = ConcurrentHashMap.newKeySet();
    private final GenericObjectPool<BoundConnection> pool;
    private final ExecutorService openers;
    private volatile boolean closed;

    Connections(String slot, Server server, Optional<Credentials> credentials) {
        this.server = server;
        this.config = config(server);
        this.pool = pool(credentials);
        this.openers = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "Clientele LDAP " + slot);
            thread.setDaemon(true);
            return thread;
        });
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
            boolean dropped = e.reason() == Reason.CONNECTION && e.getCause() instanceof DroppedException;
            if (!dropped || closed || deadline.passed()) {
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
        open.forEach(BoundConnection::close);
    }

    private <T> T once(Deadline deadline, Work<T> work) throws SourceUnavailableException {
        BoundConnection connection = borrow(deadline);
        boolean sound = false;
        try {
            T result = work.on(connection);
            sound = true;
            return result;
        } catch (SourceUnavailableException e) {
            sound = e.reason() == Reason.REQUEST || e.reason() == Reason.WAITING;
            throw e;
        } finally {
            giveBack(connection, sound);
        }
    }

    private BoundConnection borrow(Deadline deadline) throws SourceUnavailableException {
        CompletableFuture<BoundConnection> wanted = new CompletableFuture<>();
        Future<?> opener = submit(wanted, deadline);
        try {
            return wanted.get(deadline.remainingMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unavailable(Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            abandon(wanted, opener);
            throw new SourceUnavailableException(
                    Reason.TIME_OUT, server + " did not let us in within the time limit", e);
        } catch (InterruptedException e) {
            abandon(wanted, opener);
            Thread.currentThread().interrupt();
            throw new SourceUnavailableException(Reason.TIME_OUT, "The call to " + server + " was cancelled", e);
        }
    }

    private Future<?> submit(CompletableFuture<BoundConnection> wanted, Deadline deadline)
            throws SourceUnavailableException {
        try {
            return openers.submit(() -> deliver(wanted, deadline));
        } catch (RejectedExecutionException e) {
            throw stopped(e);
        }
    }

    private void deliver(CompletableFuture<BoundConnection> wanted, Deadline deadline) {
        try {
            BoundConnection connection = pool.borrowObject(Duration.ofMillis(deadline.remainingMillis()));
            if (!wanted.complete(connection)) {
                giveBack(connection, true);
            }
        } catch (Exception e) {
            wanted.completeExceptionally(e);
        }
    }

    private void abandon(CompletableFuture<BoundConnection> wanted, Future<?> opener) {
        if (!wanted.cancel(false) && !wanted.isCompletedExceptionally()) {
            giveBack(wanted.join(), true);
        }
        opener.cancel(true);
    }

    private void giveBack(BoundConnection connection, boolean sound) {
        if (sound) {
            pool.returnObject(connection);
        } else {
            destroy(connection);
            pool.clear();
        }
    }

    private void destroy(BoundConnection connection) {
        try {
            pool.invalidateObject(connection);
        } catch (Exception e) {
            throw new IllegalStateException("A connection of the pool can always be dropped", e);
        }
    }

    private SourceUnavailableException unavailable(Throwable cause) {
        if (closed) {
            return stopped(cause);
        }
        if (cause instanceof NoSuchElementException) {
            return new SourceUnavailableException(Reason.TIME_OUT, "All connections to " + server + " are busy", cause);
        }
        if (cause instanceof BoundConnection.RefusedBindException) {
            return new SourceUnavailableException(Reason.CONNECTION, Faults.rootMessage(cause), cause);
        }
        return new SourceUnavailableException(
                Reason.CONNECTION, "No connection to " + server + ": " + Faults.rootMessage(cause), cause);
    }

    private SourceUnavailableException stopped(Throwable cause) {
        return new SourceUnavailableException(Reason.CONNECTION, "The source is being stopped", cause);
    }

    private GenericObjectPool<BoundConnection> pool(Optional<Credentials> credentials) {
        GenericObjectPoolConfig<BoundConnection> limits = new GenericObjectPoolConfig<>();
        limits.setMaxTotal(MOST);
        limits.setMaxIdle(MOST);
        limits.setTestOnBorrow(true);
        limits.setJmxEnabled(false);
        return new GenericObjectPool<>(new Factory(credentials), limits);
    }

    private static LdapConnectionConfig config(Server server) {
        LdapConnectionConfig config = new LdapConnectionConfig();
        config.setLdapHost(server.host());
        config.setLdapPort(server.port());
        config.setUseSsl(server.tls());
        config.setEnabledProtocols("TLSv1.2", "TLSv1.3");
        config.setTimeout(server.timeout().toMillis());
        config.setCloseTimeout(CLOSE_LIMIT.toMillis());
        try {
            config.setTrustManagers(new TrustManager[] {HostCheckingTrust.ofThePlatform()});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has a trust store", e);
        }
        return config;
    }

    /** A connection that worked was dropped by the other side. */
    static final class DroppedException extends Exception {
        private static final long serialVersionUID = 1L;

        DroppedException() {
            super("The server closed the connection");
        }
    }

    private final class Factory extends BasePooledObjectFactory<BoundConnection> {
        private final Optional<Credentials> credentials;

        Factory(Optional<Credentials> credentials) {
            this.credentials = credentials;
        }

        @Override
        public BoundConnection create() throws LdapException {
            BoundConnection connection = new BoundConnection(config);
            open.add(connection);
            boolean done = false;
            try {
                connection.open(credentials);
                done = true;
            } finally {
                if (!done || closed) {
                    open.remove(connection);
                    connection.close();
                }
            }
            return connection;
        }

        @Override
        public PooledObject<BoundConnection> wrap(BoundConnection connection) {
            return new DefaultPooledObject<>(connection);
        }

        @Override
        public boolean validateObject(PooledObject<BoundConnection> pooled) {
            return pooled.getObject().isConnected();
        }

        @Override
        public void destroyObject(PooledObject<BoundConnection> pooled) {
            open.remove(pooled.getObject());
            pooled.getObject().close();
        }
    }
}
