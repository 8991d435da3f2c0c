package org.clientele.store;

import java.sql.SQLException;
import java.util.UUID;

class H2AccessPlanTest extends AccessPlanContract {

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
}
