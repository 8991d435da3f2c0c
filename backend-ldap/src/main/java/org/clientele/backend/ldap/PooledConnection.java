package org.clientele.backend.ldap;

import java.util.Optional;
import java.util.function.Consumer;

/** What the pool of a source keeps: a connection, opened by who needs it first. Used by one thread at a time. */
final class PooledConnection {
    private volatile Optional<BoundConnection> connection = Optional.empty();

    boolean isOpen() {
        return connection.isPresent();
    }

    void opened(BoundConnection newConnection) {
        connection = Optional.of(newConnection);
    }

    /** Only while it is open. */
    BoundConnection get() {
        return connection.orElseThrow();
    }

    /** Whether it can be used as it is, or be opened; not where a better server than that of the connection may be back. */
    boolean isUsable(Servers servers) {
        return connection
                .map(open -> open.isConnected() && servers.isBest(open.server()))
                .orElse(true);
    }

    void close(Consumer<BoundConnection> closing) {
        connection.ifPresent(closing);
    }
}
