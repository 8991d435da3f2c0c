package org.clientele.store;

import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class MariadbAccessPlanIT extends AccessPlanContract {

    private final MariadbServer server;

    MariadbAccessPlanIT(MariadbServer server) {
        this.server = server;
    }

    @Override
    StoreOnDatabase empty() throws SQLException {
        return server.emptyDatabase();
    }

    @Override
    void analyze(StoreOnDatabase database) throws SQLException {
        database.query("analyze table access_group, customer_ref, customer_user_ref, customer_assignment,"
                + " customer_user_permission, customer_permission");
    }

    @Override
    boolean isFullScan(String line) {
        return line.contains(" ALL ") && !line.contains("<");
    }
}
