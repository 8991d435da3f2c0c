package org.clientele.backend.db;

import org.junit.jupiter.api.BeforeAll;

class DerbyFaultTest extends FaultContract {
    private static final DerbyDatabase DATABASE = new DerbyDatabase("fault");

    /** A wait for a lock knows no other limit, see docs/databases.md. */
    @BeforeAll
    static void limitWaits() {
        DATABASE.run("call syscs_util.syscs_set_database_property('derby.locks.waitTimeout', '1')");
    }

    @Override
    TestDatabase database() {
        return DATABASE;
    }

    @Override
    String runningStatements() {
        return "select count(*) from syscs_diag.lock_table where state = 'WAIT'";
    }
}
