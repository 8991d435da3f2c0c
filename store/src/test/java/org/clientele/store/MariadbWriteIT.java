package org.clientele.store;

import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class MariadbWriteIT extends WriteContract {

    private final MariadbServer server;

    MariadbWriteIT(MariadbServer server) {
        this.server = server;
    }

    @Override
    StoreOnDatabase empty() throws SQLException {
        return server.emptyDatabase();
    }
}
