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
}
