package org.clientele.backend.ldap;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.ldap.client.api.LdapConnectionConfig;
import org.clientele.backend.ldap.BoundConnection.RefusedBindException;
import org.clientele.backend.ldap.LdapSettings.Access;
import org.clientele.backend.ldap.LdapSettings.Server;
import org.clientele.backend.ldap.StoreReader.UnusableFileException;
import org.clientele.backend.ldap.TlsSettings.Encryption;

/** Opens the connections of a source, and closes them with it. For any thread. */
final class Opener implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

    private final Access access;
    private final Servers servers;
    private final SignIns signIns;
    private final TlsContexts tls;
    private final IoThreads threads = new IoThreads();
    private final Set<BoundConnection> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param nanoTime as {@link System#nanoTime} tells it */
    Opener(Access access, Servers servers, LongSupplier nanoTime) {
        this.access = access;
        this.servers = servers;
        this.signIns = new SignIns(nanoTime);
        this.tls = new TlsContexts(access.tls());
    }

    /** Opens a connection to the first server that lets us in; as long as that takes. */
    BoundConnection open() throws LdapException {
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

    /** Closes a connection that it opened. */
    void close(BoundConnection connection) {
        open.remove(connection);
        connection.close();
    }

    /** Closes what is open, and whatever is opened from now on. */
    @Override
    public void close() {
        closed = true;
        open.forEach(BoundConnection::close);
        threads.close();
    }

    /**
     * Another server would refuse the same password, and each refusal brings the account nearer to being locked; and our own
     * files are the same for all of them.
     */
    private static boolean isFinal(Exception failure) {
        boolean refused = failure instanceof RefusedBindException bind && bind.isForGood();
        return refused || failure instanceof UnusableFileException || isCancelled(failure);
    }

    private static boolean isCancelled(Exception failure) {
        return failure.getCause() instanceof InterruptedException;
    }

    private BoundConnection opened(Server server, Duration limit) throws LdapException {
        servers.trying(server);
        try {
            BoundConnection connection = open(server, limit);
            servers.answered(server);
            return connection;
        } catch (LdapException | RuntimeException e) {
            boolean ofTheServer = !(e instanceof UnusableFileException) && !isCancelled(e);
            if (ofTheServer) {
                servers.failed(server, Faults.rootMessage(e));
            }
            throw e;
        }
    }

    private BoundConnection open(Server server, Duration limit) throws LdapException {
        Optional<SSLContext> context =
                server.encryption() == Encryption.NONE ? Optional.empty() : Optional.of(tls.context());
        BoundConnection connection = new BoundConnection(
                server, config(server, access.charset(), limit), context, access.charset(), threads);
        open.add(connection);
        boolean done = false;
        try {
            connection.open();
            signIn(connection, limit);
            done = true;
        } finally {
            if (!done || closed) {
                close(connection);
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
