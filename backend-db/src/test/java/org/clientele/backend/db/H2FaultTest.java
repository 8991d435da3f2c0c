package org.clientele.backend.db;

class H2FaultTest extends FaultContract {
    private static final H2Database DATABASE = new H2Database("fault");

    @Override
    TestDatabase database() {
        return DATABASE;
    }

    @Override
    String runningStatements() {
        return "select count(*) from information_schema.sessions"
                + " where executing_statement is not null and session_id <> session_id()";
    }

    @Override
    String slowly() {
        return "select * from customer_user"
                + " where not exists (select 1 from system_range(1, 1000000000000) where mod(x, 2) = 2)";
    }
}
