package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.spi.Criterion;
import org.clientele.spi.SourceQuery;
import org.junit.jupiter.api.Test;

/** That an index serves look-ups and pages, from H2's own plan of the statement that was sent. */
class H2PlanTest {

    @Test
    void lookUpsAndPagesUseTheIndexOfTheKey() throws Exception {
        H2Database database = new H2Database("plan");
        database.reset();
        StatementRecorder recorder = new StatementRecorder(database);
        try (TestSource source = TestSource.customerUsers(recorder, Map.of())) {
            for (int i = 0; i < 50; i++) {
                source.add("user" + i);
            }
            assertThat(recorder.planOf(() -> source.find("user7")))
                    .containsIgnoringCase("customer_user_login_key")
                    .doesNotContainIgnoringCase("tableScan");
            SourceQuery.Position after = new SourceQuery.Position("user2", "user2");
            assertThat(recorder.planOf(() -> source.page(Criterion.ALL, Optional.of(after), 5, true)))
                    .containsIgnoringCase("index sorted")
                    .doesNotContainIgnoringCase("tableScan");
            assertThat(recorder.planOf(() -> source.search(new Criterion.Ids(Set.of("user1", "user2", "user3")))))
                    .doesNotContainIgnoringCase("tableScan");
            assertThat(recorder.planOf(() -> source.search(new Criterion.Email("x@example.com"))))
                    .containsIgnoringCase("customer_user_email_key");
        }
    }
}
