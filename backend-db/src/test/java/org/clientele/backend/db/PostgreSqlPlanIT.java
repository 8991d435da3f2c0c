package org.clientele.backend.db;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgreSqlPlanIT extends PlanContract {
    @RegisterExtension
    static final PostgreSqlDatabase SERVER = new PostgreSqlDatabase();

    private static final Pattern ROWS = Pattern.compile("(?:actual rows=|Filter: )(\\d+)");

    @Override
    TestDatabase database() {
        return SERVER;
    }

    @Override
    String[] statistics() {
        return new String[] {"vacuum analyze customer_user"};
    }

    @Override
    Plan plan(StatementRecorder.Statement statement) throws SQLException {
        String text = statement.explained("explain (analyze, costs off, timing off) ");
        long read = ROWS.matcher(text)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElseThrow();
        return new Plan(text, text.contains("Seq Scan"), read);
    }
}
