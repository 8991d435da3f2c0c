package org.clientele.backend.db;

import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbFaultIT extends FaultContract {
    @RegisterExtension
    static final MariaDbDatabase SERVER = new MariaDbDatabase();

    @Override
    TestDatabase database() {
        return SERVER;
    }

    @Override
    String runningStatements() {
        return "select count(*) from information_schema.processlist where command <> 'Sleep' and id <> connection_id()";
    }
}
