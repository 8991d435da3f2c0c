package org.clientele.backend.db;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clientele.Ordering;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.clientele.spi.SortingSource;
import org.clientele.spi.SourceQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgreSqlPlanIT extends PlanContract {
    @RegisterExtension
    static final PostgreSqlDatabase SERVER = new PostgreSqlDatabase();

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Pattern ROWS = Pattern.compile("(?:actual rows=|Filter: )(\\d+)");

    @Override
    TestDatabase database() {
        return SERVER;
    }

    @Override
    String[] statistics() {
        return new String[] {"vacuum analyze customer_user", "vacuum analyze customer_company"};
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

    /** Of 3,000 last names in 20,000 rows; the index has them in order, and first names and logins are sorted name by name. */
    @Test
    void thePageInTheOrderOfNames() throws Exception {
        SourceQuery page = new SourceQuery(Criterion.ALL, Optional.empty(), 50, false);
        for (boolean descending : List.of(false, true)) {
            List<Ordering> names =
                    List.of(new Ordering("UserLastname", descending), new Ordering("UserFirstname", descending));
            assertReads(
                    120, Map.of(), source -> ((SortingSource) source.source()).sort(page, names, Deadline.in(LIMIT)));
        }
    }
}
