package org.clientele.backend.db;

import java.sql.SQLException;
import java.util.regex.Pattern;

class DerbyPlanTest extends PlanContract {
    private static final DerbyDatabase DATABASE = new DerbyDatabase("plan");
    private static final Pattern ROWS = Pattern.compile("(?:rows visited|Rows input|rows qualified) ?= ?(\\d+)");

    @Override
    TestDatabase database() {
        return DATABASE;
    }

    @Override
    String[] statistics() {
        return new String[] {
            "call syscs_util.syscs_update_statistics('CLIENTELE', 'CUSTOMER_USER', null)",
            "call syscs_util.syscs_update_statistics('CLIENTELE', 'CUSTOMER_COMPANY', null)"
        };
    }

    /** It reads along the key of the login instead, see docs/databases.md. */
    @Override
    boolean combinesIndexes() {
        return false;
    }

    @Override
    Plan plan(StatementRecorder.Statement statement) throws SQLException {
        String text = statement.ranBetween(
                "call syscs_util.syscs_set_runtimestatistics(1)", "values syscs_util.syscs_get_runtimestatistics()");
        long read = ROWS.matcher(text)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElseThrow();
        return new Plan(text, text.contains("Table Scan ResultSet"), read);
    }
}
