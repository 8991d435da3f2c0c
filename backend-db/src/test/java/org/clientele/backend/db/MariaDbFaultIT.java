package org.clientele.backend.db;

import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbFaultIT extends ServerFaultContract {
    @RegisterExtension
    static final MariaDbDatabase SERVER = new MariaDbDatabase();

    @Override
    MariaDbDatabase database() {
        return SERVER;
    }

    @Override
    String connections() {
        return "select count(*) from information_schema.processlist"
                + " where user = substring_index(current_user(), '@', 1) and id <> connection_id()";
    }

    @Override
    String runningStatements() {
        return connections() + " and command <> 'Sleep'";
    }

    @Override
    String slowly() {
        return "select * from customer_user where sleep(3600) = 0";
    }
}
