package org.clientele.store;

import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class PostgresqlWriteIT extends WriteContract {

    private final PostgresqlServer server;

    PostgresqlWriteIT(PostgresqlServer server) {
        this.server = server;
    }

    @Override
    StoreOnDatabase empty() throws SQLException {
        return server.emptyDatabase();
    }
}
