package org.clientele.store;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

class H2AuditPlanTest extends AuditPlanContract {

    @Override
    StoreOnDatabase empty() {
        return new StoreOnDatabase("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");
    }

    @Override
    void analyze(StoreOnDatabase database) throws SQLException {
        database.execute("analyze");
    }

    @Override
    boolean isFullScan(String line) {
        return line.contains("tableScan");
    }

    @Override
    boolean sorts(List<String> plan) {
        return plan.stream().noneMatch(line -> line.contains("index sorted"));
    }
}
