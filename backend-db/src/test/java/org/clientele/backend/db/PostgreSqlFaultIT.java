package org.clientele.backend.db;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgreSqlFaultIT extends ServerFaultContract {
    @RegisterExtension
    static final PostgreSqlDatabase SERVER = new PostgreSqlDatabase();

    @Override
    PostgreSqlDatabase database() {
        return SERVER;
    }

    @Override
    String connections() {
        return "select count(*) from pg_stat_activity"
                + " where backend_type = 'client backend' and pid <> pg_backend_pid()";
    }

    @Override
    String runningStatements() {
        return connections() + " and state <> 'idle'";
    }

    @Override
    String slowly() {
        return "select * from customer_user where pg_sleep(3600)::text is not null";
    }
}
