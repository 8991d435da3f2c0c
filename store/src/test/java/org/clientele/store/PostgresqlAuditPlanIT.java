package org.clientele.store;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class PostgresqlAuditPlanIT extends AuditPlanContract {

    private final PostgresqlServer server;

    PostgresqlAuditPlanIT(PostgresqlServer server) {
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

    @Override
    boolean sorts(List<String> plan) {
        return plan.stream().anyMatch(line -> line.contains("Sort"));
    }
}
