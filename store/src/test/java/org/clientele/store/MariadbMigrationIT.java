package org.clientele.store;

import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class MariadbMigrationIT extends MigrationContract {

    private final MariadbServer server;

    MariadbMigrationIT(MariadbServer server) {
        this.server = server;
    }

    @Override
    StoreOnDatabase empty() throws SQLException {
        return server.emptyDatabase();
    }
}
