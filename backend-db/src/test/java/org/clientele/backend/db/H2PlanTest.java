package org.clientele.backend.db;

import java.sql.SQLException;
import java.util.regex.Pattern;

class H2PlanTest extends PlanContract {
    private static final H2Database DATABASE = new H2Database("plan");
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    @Override
    TestDatabase database() {
        return DATABASE;
    }

    @Override
    String[] statistics() {
        return new String[] {"analyze"};
    }

    /** It reads along the key of the login instead, see docs/databases.md. */
    @Override
    boolean combinesIndexes() {
        return false;
    }

    @Override
    Plan plan(StatementRecorder.Statement statement) throws SQLException {
        String text = statement.explained("explain analyze ");
        long scanned = SCANNED.matcher(text)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElseThrow();
        return new Plan(text, text.contains("tableScan"), scanned - 1);
    }
}
