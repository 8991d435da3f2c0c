package org.clientele.store;

import java.io.IOException;
import org.clientele.testkit.server.PostgresServer;

/** PostgreSQL ordering as a dictionary does, so that a missing collation shows. */
final class PostgresqlServer extends StoreServer {

    PostgresqlServer() throws IOException {
        super(PostgresServer.startedWithDictionaryOrder());
    }
}
