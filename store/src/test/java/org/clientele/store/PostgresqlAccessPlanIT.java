package org.clientele.store;

import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class PostgresqlAccessPlanIT extends AccessPlanContract {

    private final PostgresqlServer server;

    PostgresqlAccessPlanIT(PostgresqlServer server) {
        this.server = server;
    }

    @Override
    StoreOnDatabase empty() throws SQLException {
        return server.emptyDatabase();
    }

    @Override
    void analyze(StoreOnDatabase database) throws SQLException {
        database.execute("analyze");
    }

    @Override
    boolean isFullScan(String line) {
        return line.contains("Seq Scan");
    }
}
