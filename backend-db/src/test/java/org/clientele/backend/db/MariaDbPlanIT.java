package org.clientele.backend.db;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbPlanIT extends PlanContract {
    @RegisterExtension
    static final MariaDbDatabase SERVER = new MariaDbDatabase();

    private static final Pattern ROWS = Pattern.compile("\"r_rows\": (\\d+)");

    @Override
    TestDatabase database() {
        return SERVER;
    }

    @Override
    String[] statistics() {
        return new String[] {
            "analyze table customer_user persistent for all", "analyze table customer_company persistent for all"
        };
    }

    @Override
    Plan plan(StatementRecorder.Statement statement) throws SQLException {
        String text = statement.explained("analyze format=json ");
        long read = ROWS.matcher(text)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElse(0);
        return new Plan(text, text.contains("\"access_type\": \"ALL\""), read);
    }
}
