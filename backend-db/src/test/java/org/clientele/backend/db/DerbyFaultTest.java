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
        return "select count(*) from syscs_diag.transaction_table"
                + " where sql_text is not null and sql_text not like '%syscs_diag%'";
    }

    @Override
    String slowly() {
        return "select customer_user.* from customer_user, sys.syscolumns a, sys.syscolumns b, sys.syscolumns c,"
                + " sys.syscolumns d, sys.syscolumns e where a.columnnumber + b.columnnumber + c.columnnumber"
                + " + d.columnnumber + e.columnnumber < 0";
    }
}
