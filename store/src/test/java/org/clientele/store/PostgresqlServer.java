package org.clientele.store;

import java.io.IOException;
import org.clientele.testkit.server.PostgresServer;

/** PostgreSQL ordering as a dictionary does, so that a missing collation shows. */
final class PostgresqlServer extends DatabaseServer {

    PostgresqlServer() throws IOException {
        this(PostgresServer.startedWithDictionaryOrder());
    }

    private PostgresqlServer(PostgresServer server) {
        super(server, server::url);
    }
}
