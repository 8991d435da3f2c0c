package org.clientele.store;

import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class PostgresqlMigrationIT extends MigrationContract {

    private final PostgresqlServer server;

    PostgresqlMigrationIT(PostgresqlServer server) {
        this.server = server;
    }

    @Override
    StoreOnDatabase empty() throws SQLException {
        return server.emptyDatabase();
    }
}
