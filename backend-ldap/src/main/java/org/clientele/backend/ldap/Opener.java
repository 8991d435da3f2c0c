package org.clientele.backend.ldap;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.ldap.client.api.LdapConnectionConfig;
import org.clientele.backend.ldap.BoundConnection.RefusedBindException;
import org.clientele.backend.ldap.LdapSettings.Access;
import org.clientele.backend.ldap.LdapSettings.Server;
import org.clientele.backend.ldap.StoreReader.UnusableFileException;
import org.clientele.backend.ldap.TlsSettings.Encryption;

/** Opens connections to the first server that lets us in, and lets go of those to others once that one may be back. */
final class Opener extends BasePooledObjectFactory<BoundConnection> implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

    private final Access access;
    private final Servers servers;
    private final SignIns signIns;
    private final TlsContexts tls;
    private final Set<BoundConnection> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param nanoTime as {@link System#nanoTime} tells it */
    Opener(Access access, Servers servers, LongSupplier nanoTime) {
        this.access = access;
        this.servers = servers;
        this.signIns = new SignIns(nanoTime);
        this.tls = new TlsContexts(access.tls());
    }

    @Override
    public BoundConnection create() throws LdapException {
        signIns.requireRested();
        List<Server> order = servers.inOrder();
        for (Server server : order.subList(0, order.size() - 1)) {
            try {
                return opened(server, access.patience());
            } catch (LdapException | RuntimeException e) {
                if (closed || isFinal(e)) {
                    throw e;
                }
            }
        }
        return opened(order.get(order.size() - 1), access.timeout());
    }

    @Override
    public PooledObject<BoundConnection> wrap(BoundConnection connection) {
        return new DefaultPooledObject<>(connection);
    }

    @Override
    public boolean validateObject(PooledObject<BoundConnection> pooled) {
        BoundConnection connection = pooled.getObject();
        // a new one is the best that could be had, even if a better server has come back just now
        boolean isNew = pooled.getBorrowedCount() < 2;
        return connection.isConnected() && (isNew || servers.isBest(connection.server()));
    }

    @Override
    public void destroyObject(PooledObject<BoundConnection> pooled) {
        open.remove(pooled.getObject());
        pooled.getObject().close();
    }

    /** Closes what is open, and whatever is opened from now on. */
    @Override
    public void close() {
        closed = true;
        open.forEach(BoundConnection::close);
    }

    /**
     * Another server would refuse the same password, and each refusal brings the account nearer to being locked; and our own
     * files are the same for all of them.
     */
    private static boolean isFinal(Exception failure) {
        boolean refused = failure instanceof RefusedBindException bind && bind.isForGood();
        return refused
                || failure instanceof UnusableFileException
                || failure.getCause() instanceof InterruptedException;
    }

    private BoundConnection opened(Server server, Duration limit) throws LdapException {
        servers.trying(server);
        try {
            BoundConnection connection = open(server, limit);
            servers.answered(server);
            return connection;
        } catch (LdapException | RuntimeException e) {
            if (!(e instanceof UnusableFileException)) {
                servers.failed(server, Faults.rootMessage(e));
            }
            throw e;
        }
    }

    private BoundConnection open(Server server, Duration limit) throws LdapException {
        Optional<SSLContext> context =
                server.encryption() == Encryption.NONE ? Optional.empty() : Optional.of(tls.context());
        BoundConnection connection =
                new BoundConnection(server, config(server, access.charset(), limit), context, access.charset());
        open.add(connection);
        boolean done = false;
        try {
            connection.open();
            signIn(connection, limit);
            done = true;
        } finally {
            if (!done || closed) {
                open.remove(connection);
                connection.close();
            }
        }
        return connection;
    }

    private void signIn(BoundConnection connection, Duration limit) throws LdapException {
        Identity identity = access.identity();
        // with TLS 1.3 a server says only after the handshake that it misses a client certificate
        boolean proven = servers.several() || connection.server().encryption() != Encryption.NONE;
        if (identity instanceof Identity.Simple) {
            signIns.inTurn(limit, () -> connection.signIn(identity, proven));
        } else {
            connection.signIn(identity, proven);
        }
    }

    /** How the library is to reach a server. */
    static LdapConnectionConfig config(Server server, ValueCharset charset, Duration limit) {
        LdapConnectionConfig config = new LdapConnectionConfig();
        config.setLdapHost(server.host());
        config.setLdapPort(server.port());
        // our own: see Handshake
        config.setUseSsl(false);
        config.setTimeout(limit.toMillis());
        config.setCloseTimeout(CLOSE_LIMIT.toMillis());
        charset.prepare(config);
        return config;
    }
}
