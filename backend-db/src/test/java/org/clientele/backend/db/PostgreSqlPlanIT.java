package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.spi.Criterion;
import org.clientele.spi.SourceQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That an index serves look-ups and pages, from PostgreSQL's own plan of the statement that was sent. */
class PostgreSqlPlanIT {
    @RegisterExtension
    static final PostgreSqlServer SERVER = new PostgreSqlServer();

    @Test
    void lookUpsAndPagesUseTheIndexOfTheKey() throws Exception {
        SERVER.reset();
        SERVER.run(
                "insert into customer_user (login, email, customer_id, first_name, last_name, valid_id, create_time,"
                        + " create_by, change_time, change_by) select 'user' || n, 'u' || n || '@example.com', 'acme', 'Jo',"
                        + " 'Doe', 1, now(), 'test', now(), 'test' from generate_series(1, 20000) n",
                "analyze customer_user");
        StatementRecorder recorder = new StatementRecorder(SERVER);
        try (TestSource source = TestSource.customerUsers(recorder, Map.of())) {
            assertThat(recorder.planOf(() -> source.find("USER77")))
                    .contains("customer_user_login_key")
                    .doesNotContain("Seq Scan");
            SourceQuery.Position after = new SourceQuery.Position("user2", "user2");
            assertThat(recorder.planOf(() -> source.page(Criterion.ALL, Optional.of(after), 50, false)))
                    .contains("customer_user_login_key")
                    .doesNotContain("Seq Scan");
            assertThat(recorder.planOf(() -> source.search(new Criterion.Ids(Set.of("user1", "user2", "user3")))))
                    .contains("customer_user_login_key")
                    .doesNotContain("Seq Scan");
            assertThat(recorder.planOf(() -> source.search(new Criterion.Email("U5@example.com"))))
                    .contains("customer_user_email_key")
                    .doesNotContain("Seq Scan");
            assertThat(recorder.statements()).noneMatch(sql -> sql.contains("user77"));
        }
    }
}
