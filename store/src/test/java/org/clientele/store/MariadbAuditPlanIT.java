package org.clientele.store;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class MariadbAuditPlanIT extends AuditPlanContract {

    private final MariadbServer server;

    MariadbAuditPlanIT(MariadbServer server) {
        this.server = server;
    }

    @Override
    StoreOnDatabase empty() throws SQLException {
        return server.emptyDatabase();
    }

    @Override
    void analyze(StoreOnDatabase database) throws SQLException {
        database.query("analyze table audit_entry");
    }

    @Override
    boolean isFullScan(String line) {
        return line.contains(" ALL ") && !line.contains("<");
    }

    @Override
    boolean sorts(List<String> plan) {
        return plan.stream().anyMatch(line -> line.contains("filesort"));
    }
}
