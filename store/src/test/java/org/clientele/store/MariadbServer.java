package org.clientele.store;

import java.io.IOException;
import org.clientele.testkit.server.MariaDbServer;

/** MariaDB with its own defaults, latin1 among them, so that a table that relies on them shows. */
final class MariadbServer extends StoreServer {

    MariadbServer() throws IOException {
        super(MariaDbServer.started("--character-set-server=latin1"));
    }
}
