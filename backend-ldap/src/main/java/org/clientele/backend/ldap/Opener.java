package org.clientele.backend.ldap;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.TrustManager;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.ldap.client.api.LdapConnectionConfig;
import org.clientele.backend.ldap.BoundConnection.RefusedBindException;
import org.clientele.backend.ldap.LdapSettings.Access;
import org.clientele.backend.ldap.LdapSettings.Server;

/** Opens connections to the first server that lets us in, and lets go of those to others once that one may be back. */
final class Opener extends BasePooledObjectFactory<BoundConnection> implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

    private final Access access;
    private final Servers servers;
    private final HostCheckingTrust trust = trust();
    private final Set<BoundConnection> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Opener(Access access, Servers servers) {
        this.access = access;
        this.servers = servers;
    }

    @Override
    public BoundConnection create() throws LdapException {
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

    /** Another server would refuse the same password, and each refusal brings the account nearer to being locked. */
    private static boolean isFinal(Exception failure) {
        boolean refused = failure instanceof RefusedBindException bind && bind.isForGood();
        return refused || failure.getCause() instanceof InterruptedException;
    }

    private BoundConnection opened(Server server, Duration limit) throws LdapException {
        servers.trying(server);
        try {
            BoundConnection connection = open(server, limit);
            servers.answered(server);
            return connection;
        } catch (LdapException | RuntimeException e) {
            servers.failed(server, Faults.rootMessage(e));
            throw e;
        }
    }

    private BoundConnection open(Server server, Duration limit) throws LdapException {
        BoundConnection connection = new BoundConnection(server, config(server, limit), access.charset());
        open.add(connection);
        boolean done = false;
        try {
            connection.open(access.credentials(), servers.several());
            done = true;
        } finally {
            if (!done || closed) {
                open.remove(connection);
                connection.close();
            }
        }
        return connection;
    }

    private LdapConnectionConfig config(Server server, Duration limit) {
        LdapConnectionConfig config = new LdapConnectionConfig();
        config.setLdapHost(server.host());
        config.setLdapPort(server.port());
        config.setUseSsl(server.tls());
        config.setEnabledProtocols("TLSv1.2", "TLSv1.3");
        config.setTimeout(limit.toMillis());
        config.setCloseTimeout(CLOSE_LIMIT.toMillis());
        config.setTrustManagers(new TrustManager[] {trust});
        access.charset().prepare(config);
        return config;
    }

    private static HostCheckingTrust trust() {
        try {
            return HostCheckingTrust.ofThePlatform();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has a trust store", e);
        }
    }
}
